// Stands in for the package that keeps server code out of the browser: outside Next there is no browser to keep it from.
export {};
