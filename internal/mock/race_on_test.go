//go:build race

package mock_test

// raceEnabled shortens what the race detector makes ten times slower.
const raceEnabled = true
