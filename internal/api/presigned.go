package api

import "strings"

// PresignedHost is the host of the API's own files: they are already stored,
// so the server downloads nothing.
const PresignedHost = "cdn.linqapp.com"

// presignedQueries lists the query parameters that make a URL a presigned one:
// a row fits when its first name is there and, if it has more, one of them too.
var presignedQueries = [][]string{
	{"X-Amz-Signature"},
	{"X-Goog-Signature"},
	{"Signature", "Expires", "Key-Pair-Id"},
	{"sig", "se"},
}

// Presigned reports whether the server has the file of a URL already, or the URL is
// presigned.
func Presigned(host, query string) bool {
	if strings.EqualFold(host, PresignedHost) {
		return true
	}
	if query == "" {
		return false
	}
	for _, row := range presignedQueries {
		if hasParam(query, row[0]) && (len(row) == 1 || hasParam(query, row[1]) || len(row) > 2 && hasParam(query, row[2])) {
			return true
		}
	}
	return false
}

// hasParam reports whether a query has the parameter, with a value.
func hasParam(query, name string) bool {
	for query != "" {
		var pair string
		pair, query, _ = strings.Cut(query, "&")
		if key, value, ok := strings.Cut(pair, "="); ok && key == name && value != "" {
			return true
		}
	}
	return false
}

// BareDomainTLDs lists the endings by which a bare domain in a text is taken
// for a URL.
var BareDomainTLDs = []string{
	"com", "net", "org", "io", "co", "app", "dev", "ai", "shop", "store", "link", "info", "xyz", "edu", "gov", "uk", "de", "fr",
}

// NotBareDomains lists what is behind a full stop and before a slash without
// making a domain: extensions of files (invoice.pdf/jpg), times of the day
// (9.am/pm) and units (5.km/h).
var NotBareDomains = []string{
	"am", "pm",
	"km", "kmh", "cm", "mm", "dm", "nm", "mi", "yd", "ft", "kg", "mg", "lb", "lbs", "oz", "ml", "cl", "dl", "gal", "kw", "kwh", "mw", "mwh", "gw", "wh",
	"hz", "khz", "mhz", "ghz", "kb", "mb", "gb", "tb", "kib", "mib", "gib", "kbit", "mbit", "gbit", "kbps", "mbps", "gbps",
	"mph", "kph", "kmph", "rpm", "bpm", "fps", "ppm", "dpi", "px", "em", "rem", "pt", "hr", "hrs", "min", "mins", "sec", "secs", "ms", "ns", "day",
	"week", "month", "year", "yr", "yrs", "qty", "pcs", "pc", "ea", "doz", "mol", "pa", "kpa", "psi", "bar", "kcal", "cal", "kj",
	"pdf", "jpg", "jpeg", "jpe", "png", "gif", "webp", "heic", "heif", "svg", "bmp", "tif", "tiff", "ico", "psd", "raw", "eps",
	"mp", "mov", "avi", "mkv", "webm", "wmv", "flv", "wav", "aac", "ogg", "oga", "opus", "flac", "wma", "aiff", "caf", "amr", "mid", "midi", "srt",
	"vtt",
	"doc", "docx", "docm", "dot", "xls", "xlsx", "xlsm", "ppt", "pptx", "pps", "odt", "ods", "odp", "rtf", "txt", "md", "rst", "tex", "bib", "csv",
	"tsv", "json", "jsonl", "ndjson", "xml", "yaml", "yml", "toml", "ini", "cfg", "conf", "env", "log", "lock",
	"pages", "numbers", "keynote", "key", "epub", "mobi", "ics", "vcf", "vcard", "eml", "msg", "html", "htm", "xhtml", "css", "scss", "sass", "less",
	"js", "jsx", "ts", "tsx", "mjs", "cjs", "vue", "svelte",
	"py", "pyc", "pyi", "ipynb", "rb", "go", "rs", "java", "kt", "kts", "swift", "cc", "cpp", "cxx", "hh", "hpp", "hxx", "cs", "fs", "vb", "php", "pl",
	"pm", "lua", "sh", "bash", "zsh", "fish", "bat", "cmd", "psm", "ps", "sql", "db", "sqlite", "dart", "ex", "exs", "erl", "hs", "ml", "clj", "scala",
	"proto", "graphql", "gradle", "tf", "mk", "cmake", "wasm",
	"exe", "dll", "so", "dylib", "msi", "dmg", "pkg", "deb", "rpm", "apk", "ipa", "aab", "jar", "war", "zip", "tar", "gz", "tgz", "bz", "xz", "zst",
	"rar", "iso", "img", "bin", "dat", "bak", "tmp", "old", "orig", "diff", "patch", "pem", "crt", "cer", "der", "pfx", "gpg", "asc", "sig", "ttf",
	"otf", "woff", "pkpass", "plist",
}

// LinqDomain is the domain of the API's own files and of its checkout links.
const LinqDomain = "linqapp.com"
