package bridge

// operations lists what a page can ask for.
var operations = []operation{
	{"lint", lint},
	{"fix", fix},
	{"explain", explain},
	{"rules", rules},
	{"registry", registry},
	{"measure", measure},
	{"panic", fail},
}
