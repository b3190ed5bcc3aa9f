package scan

// leaf reads a value that is neither string nor container.
func (v *View) leaf(i int, c byte) (int, Fault) {
	switch {
	case c == '-' || isDigit(c):
		return v.number(i)
	case c == 't':
		return v.literal(i, "true", True)
	case c == 'f':
		return v.literal(i, "false", False)
	case c == 'n':
		return v.literal(i, "null", Null)
	}
	return i, unexpected(v.Body, ExpectedValue, i)
}

func (v *View) literal(i int, word string, kind Kind) (int, Fault) {
	body := v.Body
	for k := 0; k < len(word); k++ {
		if i+k >= len(body) {
			return i + k, Fault{Truncated, i + k}
		}
		if body[i+k] != word[k] {
			return i, unexpected(body, ExpectedValue, i)
		}
	}
	v.node(i, i+len(word), kind, 0)
	return i + len(word), Fault{}
}

// number reads -? int frac? exp?.
func (v *View) number(i int) (int, Fault) {
	body, start := v.Body, i
	if end := digits(body, i); end > i && body[i] != '0' && (end == len(body) || body[end] != '.' && body[end]|0x20 != 'e') {
		v.node(i, end, Number, 0) // the usual case: a natural number
		return end, Fault{}
	}
	if body[i] == '-' {
		i++
	}
	if i < len(body) && body[i] == '0' {
		i++
		if i < len(body) && isDigit(body[i]) {
			return i, Fault{LeadingZero, i}
		}
	} else if end := digits(body, i); end > i {
		i = end
	} else {
		return i, badNumber(body, i)
	}
	var flags Flags
	if i < len(body) && body[i] == '.' {
		flags = Fractional
		end := digits(body, i+1)
		if end == i+1 {
			return end, badNumber(body, end)
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
			return end, badNumber(body, end)
		}
		i = end
	}
	v.node(start, i, Number, flags)
	return i, Fault{}
}

func badNumber(body []byte, i int) Fault {
	if i >= len(body) {
		return Fault{Truncated, i}
	}
	return unexpected(body, BadNumber, i)
}

func digits(body []byte, i int) int {
	for i < len(body) && isDigit(body[i]) {
		i++
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }
