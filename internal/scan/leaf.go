package scan

// leaf reads the value at i, which is neither a string nor a container.
func leaf(body []byte, i int) (end int, kind Kind, flags Flags, f Fault) {
	switch c := body[i]; {
	case isDigit(c):
		end = digits(body, i)
		if (c != '0' || end == i+1) && (end == len(body) || body[end] != '.' && body[end]|0x20 != 'e') {
			return end, Number, 0, Fault{} // the usual case: a natural number
		}
		end, flags, f = number(body, i)
		return end, Number, flags, f
	case c == '-':
		end, flags, f = number(body, i)
		return end, Number, flags, f
	case c == 't':
		end, f = literal(body, i, "true")
		return end, True, 0, f
	case c == 'f':
		end, f = literal(body, i, "false")
		return end, False, 0, f
	case c == 'n':
		end, f = literal(body, i, "null")
		return end, Null, 0, f
	}
	return i, 0, 0, unexpected(body, ExpectedValue, i)
}

func literal(body []byte, i int, word string) (int, Fault) {
	for k := 0; k < len(word); k++ {
		if i+k >= len(body) {
			return i + k, Fault{Truncated, i + k}
		}
		if body[i+k] != word[k] {
			return i, unexpected(body, ExpectedValue, i)
		}
	}
	return i + len(word), Fault{}
}

// number reads -? int frac? exp?.
func number(body []byte, i int) (int, Flags, Fault) {
	if body[i] == '-' {
		i++
	}
	if i < len(body) && body[i] == '0' {
		i++
		if i < len(body) && isDigit(body[i]) {
			return i, 0, Fault{LeadingZero, i}
		}
	} else if end := digits(body, i); end > i {
		i = end
	} else {
		return i, 0, unexpected(body, BadNumber, i)
	}
	var flags Flags
	if i < len(body) && body[i] == '.' {
		flags = Fractional
		end := digits(body, i+1)
		if end == i+1 {
			return end, 0, unexpected(body, BadNumber, end)
		}
		i = end
	}
	if i < len(body) && body[i]|0x20 == 'e' {
		flags = Fractional
		if i++; i < len(body) && (body[i] == '+' || body[i] == '-') {
			i++
		}
		end := digits(body, i)
		if end == i {
			return end, 0, unexpected(body, BadNumber, end)
		}
		i = end
	}
	return i, flags, Fault{}
}

func digits(body []byte, i int) int {
	for i < len(body) && isDigit(body[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
