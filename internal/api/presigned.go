package api

// PresignedHost is the host of the API's own files: they are already stored,
// so the server downloads nothing.
const PresignedHost = "cdn.linqapp.com"

// PresignedQueries lists the query parameters that make a URL a presigned one:
// a row fits when its first name is there and, if it has more, one of them too.
var PresignedQueries = [][]string{
	{"X-Amz-Signature"},
	{"X-Goog-Signature"},
	{"Signature", "Expires", "Key-Pair-Id"},
	{"sig", "se"},
}

// BareDomainTLDs lists the endings by which a bare domain in a text is taken
// for a URL.
var BareDomainTLDs = words("com net org io co app dev ai shop store link info xyz edu gov uk de fr")

// AppClipDomain is the domain of Linq's checkout links.
const AppClipDomain = "linqapp.com"
