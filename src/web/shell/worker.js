/* Follows the engine's script in the worker: the first message is the module, then the module itself listens. */
self.onmessage = function (event) {
  self.onmessage = null;
  gouji.instance(event.data).catch(function (error) {
    // A rejection stays in the worker; only an error reaches the page.
    setTimeout(function () {
      throw error;
    });
  });
};
