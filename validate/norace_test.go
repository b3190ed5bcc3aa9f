//go:build !race

package validate

// raceDetector says that the tests run under the race detector, where a sync.Pool forgets at random.
const raceDetector = false
