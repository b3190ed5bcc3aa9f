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

// reference lists what answers the same whatever is asked, and only natively: a
// page has the answers as files, which are written when it is built. The texts
// of the rules would be a sixth of the engine, for which every reader waits.
var reference = []Operation{
	{"rules", rules},
	{"explain", explain},
	{"registry", registry},
}
