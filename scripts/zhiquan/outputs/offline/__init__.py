"""Reading without a network in the browser: a service worker, and the list of what it keeps."""
