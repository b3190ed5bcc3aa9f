package playground

// Operations returns the operations of the engine: those that check a body, and
// what a page needs before it has drawn its first diagnostics. What a click asks
// for is in package tools.
func Operations() []Operation {
	return []Operation{
		{"lint", lint},
		{"measure", measure},
		{"decode", decode},
		{"settings", settingsOp},
		{"panic", fail},
	}
}
