//go:build acceptance

package report_test

var moreLimits = []limitTest{
	{10_000, 10_000, 5_000, 10_000, 10_000, 5_000},
	{24_999, 3, 10, 24_999, 1, 0},
	{26_000, 3, 10, 25_000, 0, 0},
	{0, 25_001, 0, 0, 25_000, 0},
}
