//! A table of the report, in a frame of its own that scrolls sideways where the table is wide.

use crate::app::table::Table;
use crate::web::ui::words::Words;
use yew::prelude::*;

/// The frame around the strips of a table.
pub fn report_table(words: &Words, table: &Table, is_first: bool, strips: Html) -> Html {
    let name = words.table.name;
    let total: usize = table.widths.iter().map(|width| width + 3).sum();
    let width = |half: usize| format!("width:{}.{}em", half / 2, half % 2 * 5);
    let facts = (words.table.extent)(table.rows, table.columns);
    let unit = table.unit.as_deref().map(words.table.unit);
    let caption =
        [Some(table.place.clone()).filter(|place| !place.is_empty()), unit].into_iter().flatten().chain([facts]);
    html! {
        <div class="report-table__frame" role="region" tabindex="0" aria-label={name(table.number + 1)}>
            <table class="report-table" style={width(total)}>
                if is_first {
                    <caption>
                        <span class="report-table__caption">
                            <strong>{ name(table.number + 1) }</strong>
                            <span class="visually-hidden">{ table.title.clone() }</span>
                            { for caption.map(|fact| html! { <span lang="zh-CN">{ fact }</span> }) }
                        </span>
                    </caption>
                }
                <colgroup>{ for table.widths.iter().map(|half| html! { <col style={width(half + 3)} /> }) }</colgroup>
                { strips }
            </table>
        </div>
    }
}
