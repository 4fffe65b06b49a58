/** A page's script: keeps its workers, and lays hands on the job of a file before its worker has it. `slow.txt` never gets there; `trap.txt` breaks it. */
export const tamper = () => {
  window.workers = [];
  const Real = window.Worker;
  window.Worker = function (address) {
    const worker = new Real(address);
    const post = worker.postMessage.bind(worker);
    worker.postMessage = (message, transfer) => {
      const job = Array.isArray(message) ? new TextDecoder().decode(message[0]) : "";
      if (job.includes("slow.txt")) {
        window.isHeld = true;
        return;
      }
      // Bytes that are no job: the worker itself throws, as it does at a trap.
      if (job.includes("trap.txt")) message = transfer = [new Uint8Array([9, 9, 9]).buffer];
      post(message, transfer);
    };
    window.workers.push(worker);
    return worker;
  };
};
