//go:build race

package fake_test

// raceEnabled shortens what the race detector makes ten times slower.
const raceEnabled = true
