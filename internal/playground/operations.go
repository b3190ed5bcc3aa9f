package playground

// atStart are the operations that a page needs before it has drawn its first
// diagnostics.
var atStart = []Operation{
	{"lint", lint},
	{"fix", fix},
	{"apply", apply},
	{"measure", measure},
	{"forecast", forecastOp},
	{"encode", encode},
	{"decode", decode},
	{"settings", settingsOp},
	{"panic", fail},
}

// inPanels are the operations of panels that are closed at the start. They are
// a tenth of the engine, so a page has them in its second module.
var inPanels = []Operation{
	{"code", codeOp},
	{"split", split},
}

// Panels returns the operations of panels that are closed at the start.
func Panels() []Operation { return inPanels }

// CallAtStart is [Call] without the operations of [Panels], which it does not
// link.
func CallAtStart(request []byte) []byte { return Handle(request, atStart) }

func all() []Operation { return append(atStart[:len(atStart):len(atStart)], inPanels...) }
