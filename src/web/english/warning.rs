//! The warnings in English (预警): each with its name and how to put it right.

/// The code of a warning, its name, and how to put it right.
pub(super) const WARNINGS: [(&str, &str, &str); 55] = [
    (
        "W01",
        "Total differs from its parts",
        "Hold each item against vouchers and final accounts; correct the total or the part that is wrong, add what is missing, drop what is counted twice",
    ),
    (
        "W02",
        "Rate differs from its recomputation",
        "Hold numerator, denominator and rate against each other; correct the wrong one and say which figure the rate is of",
    ),
    (
        "W03",
        "One item, two values",
        "Find out whether both places mean the same; if so use one figure, if not say what each covers",
    ),
    (
        "W04",
        "Direction contradicts the figures",
        "Hold the two figures against the words (increase, decrease) and correct what is wrong",
    ),
    (
        "W05",
        "Rate over a base of zero",
        "Drop the rate: give the amount of the change, or say that there was nothing last year or in the budget",
    ),
    (
        "W06",
        "Base of a rate unclear",
        "Say whether the rate is of the initial, the adjusted or the full-year budget, and keep to it throughout",
    ),
    (
        "W07",
        "Sources differ from uses",
        "Go through brought forward + revenue = expenditure + carried forward, and add what is missing, such as distributed or surrendered surpluses",
    ),
    ("W08", "Unit of magnitude likely wrong", "Check the unit (元 or 万元) and make it that of the final accounts"),
    ("W09", "Per cent sign missing", "Put % after the number"),
    (
        "W10",
        "Three public expenses (三公) differ from their parts or are not split",
        "List travel abroad, vehicle purchase, vehicle running costs and receptions apart, and add them up again",
    ),
    (
        "W11",
        "Three public expenses (三公) over budget",
        "See that budget and outturn cover the same; if it was overspent, name the document that approved it and the reason",
    ),
    ("W12", "Three public expenses (三公) above last year", "Give the reason for the increase and what approved it"),
    (
        "W13",
        "Spending without a budget",
        "Name what the spending rests on (supplement, transfer between items, carry-over); without one, put it right as the rules ask",
    ),
    ("W14", "Change in three public expenses (三公) unexplained", "Add the main reasons for the change"),
    (
        "W15",
        "Three public expenses (三公) incomplete",
        "Add trips abroad and travellers, vehicles bought and held, receptions and guests",
    ),
    ("W16", "Execution far from the budget", "Give the reasons, and budget accordingly next year"),
    (
        "W17",
        "Much added to the budget",
        "Name the projects and documents of the supplement; budget next year from the start what can be foreseen",
    ),
    (
        "W18",
        "Opening budget not broken down",
        "Give reserved, centrally held and regularly added amounts to projects when the budget is made",
    ),
    (
        "W19",
        "Much carried over",
        "Name the projects and reasons of what was carried over; use or return it in time as the rules ask",
    ),
    (
        "W20",
        "Running costs over budget",
        "See that budget and outturn cover the same; if it was overspent, name the document of the supplement and the reason",
    ),
    (
        "W21",
        "More people than posts",
        "See that posts and staff count the same (no contract staff, no retired); if there are too many, name what approved them",
    ),
    (
        "W22",
        "Inputs of indicators missing",
        "Add what is missing, so that the rates of control, change and completion can be computed",
    ),
    (
        "W23",
        "Score differs from its parts, or grade from score",
        "Add the points up again and give the grade of the band that the score is in",
    ),
    ("W24", "Score differs from its rate", "Compute the score again as weight × execution rate, not above the weight"),
    (
        "W25",
        "Own score does not suit the execution",
        "Judge the score again by execution, supplement and staffing rates",
    ),
    ("W26", "Target missed without a reason", "Add reasons and measures, or correct the value reached"),
    (
        "W27",
        "Indicator without a number",
        "Give targets that can be checked as numbers; drop indicators that do not apply and share out their weight",
    ),
    ("W28", "Target set too low", "Explain why the target was far exceeded, and set it by what can be done next year"),
    (
        "W29",
        "Number differs from the list",
        "Hold the number against the list; add what is missing or correct the number",
    ),
    ("W30", "A part exceeds its whole", "Check what the two figures cover and their units, and correct the wrong one"),
    (
        "W31",
        "Staff numbers do not close",
        "Hold the numbers of staff against the registers of posts and personnel; correct total or parts",
    ),
    (
        "W32",
        "Procurement differs from its parts",
        "Hold goods, works, services and what small firms were awarded against the contracts",
    ),
    (
        "W33",
        "Assets or vehicles differ from their parts",
        "Hold kinds of assets and vehicles, in number and amount, against the asset register",
    ),
    ("W34", "Words of the template left over", "Fill in the blanks and drop the choices that do not apply"),
    ("W35", "Year of the title differs from the text", "Check the year of the report, and use one in title and text"),
    ("W36", "Two names of one organisation", "Use one name of the organisation in title and signature"),
    ("W37", "Words differ from the table", "Take the figures of the checked final accounts for both text and table"),
    (
        "W38",
        "Items of basic expenditure exceed three public expenses (三公)",
        "Check what the details of basic expenditure and the table of the three public expenses cover, and correct the wrong one",
    ),
    (
        "W39",
        "Codes, names or levels of accounts do not agree",
        "Correct code or name by the classification of revenue and expenditure; put lower levels under their class, or say which level is meant",
    ),
    ("W40", "Published after the time limit", "Check the dates of approval and publication; if it was late, say why"),
    ("W41", "Words contradict each other", "Judge the execution of the budget in one way throughout"),
    (
        "W42",
        "Complete, yet with a difference",
        "Hold budget, outturn and completion rate against each other, and correct the wrong one",
    ),
    ("W43", "Personal or account details", "Leave the numbers out before publication, or give an office telephone"),
    (
        "W44",
        "Relations not checked",
        "Check these by hand for the reason given, or state base and scope in the text and check again",
    ),
    ("W45", "Change differs from its recomputation", "Hold both figures against the change, and correct the wrong one"),
    ("W46", "Holds only if vague figures are read as rounded", "Give the figures before rounding, or write “about”"),
    ("W47", "Numbering has a gap", "Add the missing item or correct the numbers"),
    (
        "W48",
        "Score differs from a proportional one",
        "Say how points are given; if in proportion, compute the score again",
    ),
    ("W49", "Empty form without a note", "Say below the empty form that there was no such revenue or expenditure"),
    (
        "W50",
        "Differs from a relation of your own",
        "See first whether your relation should hold, then check its figures",
    ),
    (
        "W61",
        "Summary differs from the sum of its units",
        "Check unit by unit for what was left out, summed twice or not offset, and sum up again",
    ),
    ("W62", "Two sides of a transfer differ", "Have both sides agree on amount and year, and correct each report"),
    (
        "W63",
        "Differs from last year's report",
        "Check the closing figures of last year's report; if they were adjusted, say why and on what ground",
    ),
    ("W64", "Files of one organisation differ", "Find out whether the files cover the same; if so use one figure"),
    ("W65", "Far from the others of the group", "Check unit and decimal point; if the difference is real, say why"),
];
