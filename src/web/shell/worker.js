/*
 * Follows the engine's script in the worker. The first message is the module, and then the module itself listens;
 * or it is a document to be written as another file, after which there is nothing left to do.
 */
self.onmessage = function (event) {
  self.onmessage = null;
  var job = event.data;
  var done = job.format
    ? gouji.written(job).then(function (done) {
        self.postMessage(done, [done.file.buffer]);
      })
    : gouji.instance(job);
  done.catch(function (error) {
    // A rejection stays in the worker; only an error reaches the page.
    setTimeout(function () {
      throw error;
    });
  });
};
