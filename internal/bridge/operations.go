package bridge

// operations lists what a page can ask for.
var operations = []Operation{
	{"lint", lint},
	{"fix", fix},
	{"explain", explain},
	{"rules", rules},
	{"registry", registry},
	{"measure", measure},
	{"build", build},
	{"forecast", foretell},
	{"code", write},
	{"split", split},
	{"encode", encode},
	{"decode", decode},
	{"panic", fail},
}
