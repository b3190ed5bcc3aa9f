package validate

import (
	"strconv"
	"strings"
)

// privateURL reports media-url-private for string n if nobody outside can
// download from u: a private host, or credentials in the URL.
func (c *checker) privateURL(n int, u *url) bool {
	var said *sentence
	switch {
	case u.user:
		c.report(&sayCredentials, c.whole(n)).
			withHint("use a presigned URL, or upload the file and use attachment_id")
		return true
	case u.ipv6:
		if ip, _ := parseIPv6(u.host); privateIPv6(ip) {
			said = &sayPrivateAddress
		}
	default:
		said = privateName(strings.TrimSuffix(u.host, "."))
	}
	if said == nil {
		return false
	}
	c.report(said, c.whole(n), valueArg("host", u.host))
	return true
}

// privateName says why a host name or IPv4 address cannot be reached from
// outside; nil if it can.
func privateName(host string) *sentence {
	dot := strings.LastIndexByte(host, '.')
	last := host[dot+1:]
	if dot >= 0 && len(last) < len("local") && !isDigits(last) {
		return nil // the usual case: no shorter name is compared, and none outside ASCII folds to a shorter one
	}
	if isDigits(last) {
		if ip, ok := parseIPv4(host); ok {
			if privateIPv4(ip) {
				return &sayPrivateAddress
			}
			return nil
		}
	}
	switch {
	case strings.EqualFold(last, "localhost"):
		return &sayThisMachine
	case dot < 0:
		return &sayNoDot
	case strings.EqualFold(last, "local") || strings.EqualFold(last, "internal"):
		return &sayLocalNetwork
	}
	return nil
}

func parseIPv4(s string) (ip [4]byte, ok bool) {
	for i := range ip {
		part := s
		if i < 3 {
			part, s, _ = strings.Cut(s, ".")
		}
		if len(part) == 0 || len(part) > 3 || !isDigits(part) {
			return ip, false
		}
		n, _ := strconv.Atoi(part)
		if n > 255 {
			return ip, false
		}
		ip[i] = byte(n)
	}
	return ip, true
}

func privateIPv4(ip [4]byte) bool {
	return ip[0] == 0 || ip[0] == 10 || ip[0] == 127 ||
		ip[0] == 172 && ip[1]&0xF0 == 16 ||
		ip[0] == 192 && ip[1] == 168 ||
		ip[0] == 169 && ip[1] == 254
}

// parseIPv6 reads an address as RFC 4291 writes it, with "::" and a dotted
// quad at the end. A zone is accepted and left out.
func parseIPv6(s string) (ip [16]byte, ok bool) {
	s, _, _ = strings.Cut(s, "%")
	head, tail, gap := strings.Cut(s, "::")
	a, ok := groups(head)
	if !ok || gap && strings.Contains(head, ".") { // a dotted quad comes last
		return ip, false
	}
	b, ok := groups(tail)
	if !ok || gap && len(a)+len(b) > 14 || !gap && len(a) != 16 {
		return ip, false
	}
	copy(ip[:], a)
	if gap {
		copy(ip[16-len(b):], b)
	}
	return ip, true
}

// groups reads groups of hexadecimal digits between colons, two bytes each.
func groups(s string) (out []byte, ok bool) {
	if s == "" {
		return nil, true
	}
	for more := true; more; {
		var group string
		group, s, more = strings.Cut(s, ":")
		if !more && strings.Contains(group, ".") {
			ip, ok := parseIPv4(group)
			return append(out, ip[:]...), ok
		}
		n, err := strconv.ParseUint(group, 16, 16)
		if err != nil || len(group) > 4 {
			return nil, false
		}
		out = append(out, byte(n>>8), byte(n))
	}
	return out, true
}

func privateIPv6(ip [16]byte) bool {
	zeros := true
	for _, b := range ip[:10] {
		zeros = zeros && b == 0
	}
	switch {
	case zeros && ip[10] == 0xFF && ip[11] == 0xFF: // an IPv4 address in IPv6
		return privateIPv4([4]byte(ip[12:]))
	case zeros && ip[10] == 0 && ip[11] == 0 && ip[12] == 0 && ip[13] == 0 && ip[14] == 0:
		return ip[15] <= 1 // unspecified, loopback
	}
	return ip[0]&0xFE == 0xFC || ip[0] == 0xFE && ip[1]&0xC0 == 0x80
}
