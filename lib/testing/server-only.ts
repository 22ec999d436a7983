// The real package throws outside React's server condition; tests run the server modules directly.
export {}
