package playground

// operations are the operations of the engine that a page loads.
var operations = []Operation{
	{"lint", lint},
	{"fix", fix},
	{"measure", measure},
	{"forecast", forecastOp},
	{"code", codeOp},
	{"split", split},
	{"encode", encode},
	{"decode", decode},
	{"panic", fail},
}
