package scan

// codeNames are stable: they are part of a diagnostic's reason.
var codeNames = [...]string{
	Empty: "empty", BOM: "bom", UTF16: "utf-16", Encoding: "encoding", TooLarge: "too-large", TooDeep: "too-deep",
	Truncated: "truncated", UnterminatedString: "unterminated-string", Trailing: "trailing-data", ExpectedValue: "expected-value",
	ExpectedName: "expected-name", ExpectedNameAfterComma: "expected-name", ExpectedColon: "expected-colon", ExpectedComma: "expected-comma",
	TrailingComma: "trailing-comma", BadNumber: "bad-number", LeadingZero: "leading-zero", BadEscape: "bad-escape", ControlInString: "control-code",
	Comment: "comment", MissingComma: "missing-comma", WrongQuote: "wrong-quote", UnquotedName: "unquoted-name", PythonConstant: "python-constant",
}

// String returns the name of the fault, such as "trailing-comma"; "" for no
// fault.
func (c Code) String() string {
	if int(c) < len(codeNames) {
		return codeNames[c]
	}
	return ""
}
