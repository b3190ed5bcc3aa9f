package playground

// operations lists what a page asks the engine for.
var operations = []Operation{
	{"lint", lint},
	{"fix", fix},
	{"measure", measure},
	{"build", build},
	{"forecast", foretell},
	{"code", write},
	{"split", split},
	{"encode", encode},
	{"decode", decode},
	{"panic", fail},
}
