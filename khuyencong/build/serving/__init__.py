"""Shows the site while it is being worked on: builds after each change, and the browser reloads by itself."""
