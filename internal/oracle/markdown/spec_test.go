// Package markdown_test compares package markdown with CommonMark's own HTML,
// which golang.org/x/net/html reads.
package markdown_test

import (
	"encoding/json"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/require"
	_ "github.com/yuin/goldmark" // for the examples in its module
	"golang.org/x/net/html"

	"github.com/linqlint/linqlint/decorations"
	"github.com/linqlint/linqlint/markdown"
)

// example is one example of the CommonMark specification.
type example struct {
	Markdown, HTML, Section string
	Example                 int
}

// commonMark reads the specification's examples from goldmark's module, which
// has them as test data.
func commonMark(t testing.TB) []example {
	t.Helper()
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "github.com/yuin/goldmark").Output()
	require.NoError(t, err, "the go command must find goldmark's module")
	data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "_test", "spec.json"))
	require.NoError(t, err)
	var examples []example
	require.NoError(t, json.Unmarshal(data, &examples))
	require.Greater(t, len(examples), 600)
	return examples
}

// The indexes of styleOf.
const (
	bold = iota
	italic
	strikethrough
	underline
)

var styleOf = [...]decorations.Style{decorations.Bold, decorations.Italic, decorations.Strikethrough, decorations.Underline}

// styleTags are the HTML elements that are a style.
var styleTags = map[string]int{
	"b": bold, "strong": bold, "i": italic, "em": italic, "s": strikethrough, "del": strikethrough, "strike": strikethrough, "u": underline, "ins": underline,
}

// sameTarget reports whether a link's label is its target.
func sameTarget(label, url string) bool {
	for _, scheme := range []string{"", "mailto:", "tel:", "https://", "http://"} {
		if rest, ok := strings.CutPrefix(url, scheme); ok && (rest == label || strings.TrimSuffix(rest, "/") == label) {
			return true
		}
	}
	return false
}

// told lists the examples whose text or styles differ on purpose, by reason.
var told = map[string][]int{
	"the oracle takes the first > for the end of a processing instruction or a CDATA section": {180, 629},
	"a thematic break stays as it is typed":                                                   {11, 43, 47, 50, 51, 52, 53, 54, 57, 58, 60, 61, 77, 85, 88, 92, 94, 96, 98, 99, 100, 101, 104, 105, 115, 234, 246},
	"signs of a heading without a title are text":                                             {79},
	"an underline of a heading has three signs or more":                                       {83},
	"an empty fence is text":                                                                  {126, 129, 130, 144, 237},
	"a tag without its other half, or of an unknown element, is text":                         {21, 31, 150, 156, 157, 158, 165, 173, 187, 344, 476, 477, 524, 536, 613, 614, 615, 616, 617, 623, 630, 631, 642, 643},
	"a tag alone on a line does not hide the Markdown below it":                               {162, 163, 164, 166},
	"an element around blocks decorates nothing":                                              {167},
	"processing instructions, declarations and CDATA sections are text":                       {181, 182, 627, 628},
	"the target of a link is a URL":                                                           {194, 195, 200, 201, 203, 204, 485, 486, 487, 491, 492, 494, 495, 496, 498, 499, 500, 502, 503, 504, 520, 522, 567, 580},
	"a definition that nothing refers to is text":                                             {207, 208, 210, 317, 537, 538, 544, 545, 563, 565, 571, 592},
	"a number is written as in the source":                                                    {268},
	"a product of numbers is text":                                                            {356},
	"__name__ is text":                                                                        {389, 399, 402, 406, 425, 462},
	"an address in angle brackets is text":                                                    {604, 605},
}

// reasonFor returns why an example differs, or "".
func reasonFor(number int) string {
	for reason, numbers := range told {
		if slices.Contains(numbers, number) {
			return reason
		}
	}
	return ""
}

// TestCommonMark compares the conversion with an independent one: the
// specification's own HTML for each example, reduced to text and styles.
func TestCommonMark(t *testing.T) {
	for _, e := range commonMark(t) {
		t.Run(e.Section+"/"+strconv.Itoa(e.Example), func(t *testing.T) {
			text, ds := markdown.Text(e.Markdown, markdown.WithQuote(""))
			// An <a> or <img> in the source is not a link: like other HTML, its content stays.
			want := fromHTML(e.HTML, !strings.Contains(e.Markdown, "<a ") && !strings.Contains(e.Markdown, "<img"))
			if reason := reasonFor(e.Example); reason != "" {
				require.False(t, want.text() == visible(text) && want.styled(strikethrough) == styledText(text, ds, decorations.Strikethrough) && want.styled(bold) == styledText(text, ds, decorations.Bold) && want.styled(italic) == styledText(text, ds, decorations.Italic), "no longer true: %s", reason)
				return
			}
			// HTML does not say whether a list's numbers are followed by "." or ")".
			want.matchNumbers(visible(text))
			require.Equal(t, want.text(), visible(text), "markdown %q\nHTML %q\ntext %q", e.Markdown, e.HTML, text)
			for i, style := range styleOf {
				require.Equal(t, want.styled(i), styledText(text, ds, style), "%s of %q\ntext %q %v", style, e.Markdown, text, ds)
			}
		})
	}
}

// TestRoundTripFromMarkdown: reading, writing and reading again changes nothing.
func TestRoundTripFromMarkdown(t *testing.T) {
	for _, e := range commonMark(t) {
		text, ds := markdown.Text(e.Markdown, markdown.WithAnimations())
		got, gotDs := markdown.Text(markdown.FromText(text, ds, markdown.WithAnimations()), markdown.WithAnimations())
		require.Equal(t, text, got, "%q", e.Markdown)
		for _, style := range styleOf {
			require.Equal(t, styledText(text, ds, style), styledText(got, gotDs, style), "%q", e.Markdown)
		}
	}
}

// letter is a code point with its styles, as bits by their index in styleOf.
type letter struct {
	r      rune
	styles int
}

type letters []letter

// numberMark is in the place of "." or ")" behind a list's number.
const numberMark = '\uE000'

// matchNumbers replaces each numberMark by what text has in its place.
func (ls letters) matchNumbers(text string) {
	actual := []rune(text)
	at := 0
	for i := range ls {
		if unicode.IsSpace(ls[i].r) || ls[i].r == '\u00a0' {
			continue
		}
		if ls[i].r == numberMark && at < len(actual) && (actual[at] == '.' || actual[at] == ')') {
			ls[i].r = actual[at]
		}
		at++
	}
}

func (ls letters) text() string {
	var b strings.Builder
	for _, l := range ls {
		b.WriteRune(l.r)
	}
	return visible(b.String())
}

func (ls letters) styled(style int) string {
	var b strings.Builder
	for _, l := range ls {
		if l.styles>>style&1 == 1 {
			b.WriteRune(l.r)
		}
	}
	return visible(b.String())
}

func styledText(text string, ds []decorations.Decoration, style decorations.Style) string {
	var b strings.Builder
	for _, d := range ds {
		if d.Style == style {
			s, _ := decorations.Slice(text, d.Range)
			b.WriteString(s)
		}
	}
	return visible(b.String())
}

// visible removes white space, which is layout, and percent-encoding, which HTML
// uses more of.
func visible(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == '\u00a0' {
			return -1
		}
		return r
	}, s)
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if i+2 < len(s) && s[i] == '%' {
			if c, err := url.PathUnescape(s[i : i+3]); err == nil {
				b.WriteString(c)
				i += 2
				continue
			}
		}
		b.WriteByte(s[i])
	}
	return b.String()
}

// fromHTML reduces HTML to its text, with what Text adds for lists and links.
func fromHTML(source string, links bool) letters {
	var out letters
	var open []html.Token
	var lists []int // the next number of each open list; -1 unordered
	styles := func() int {
		s := 0
		for _, t := range open {
			name := t.Data
			if len(name) == 2 && name[0] == 'h' && name != "hr" {
				name = "b"
			}
			if style, ok := styleTags[name]; ok {
				s |= 1 << style
			}
		}
		return s
	}
	add := func(s string, styles int) {
		for _, r := range s {
			out = append(out, letter{r, styles})
		}
	}
	starts := map[int]int{} // where the text of an open <a> starts, by depth
	z := html.NewTokenizer(strings.NewReader(source))
	for {
		kind := z.Next()
		t := z.Token()
		switch kind {
		case html.ErrorToken:
			return out
		case html.TextToken:
			if n := len(open); n > 0 && (open[n-1].Data == "script" || open[n-1].Data == "style") {
				continue
			}
			add(t.Data, styles())
		case html.SelfClosingTagToken, html.StartTagToken:
			switch t.Data {
			case "img":
				if !links {
					break
				}
				alt := attribute(t, "alt")
				add(alt, styles())
				target(add, visible(alt), attribute(t, "src"))
			case "ol":
				start, err := strconv.Atoi(attribute(t, "start"))
				if err != nil {
					start = 1
				}
				lists = append(lists, start)
			case "ul":
				lists = append(lists, -1)
			case "li":
				if n := len(lists) - 1; n >= 0 && lists[n] < 0 {
					add("•", 0)
				} else if n >= 0 {
					add(strconv.Itoa(lists[n])+string(numberMark), 0)
					lists[n]++
				}
			}
			if kind == html.StartTagToken && t.Data != "img" && t.Data != "br" && t.Data != "hr" {
				starts[len(open)] = len(out)
				open = append(open, t)
			}
		case html.EndTagToken:
			for i := len(open) - 1; i >= 0; i-- {
				if open[i].Data != t.Data {
					continue
				}
				if t.Data == "a" && links {
					target(add, out[starts[i]:].text(), attribute(open[i], "href"))
				}
				open = slices.Delete(open, i, i+1)
				break
			}
			if (t.Data == "ul" || t.Data == "ol") && len(lists) > 0 {
				lists = lists[:len(lists)-1]
			}
		}
	}
}

func attribute(t html.Token, name string) string {
	for _, a := range t.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}

func target(add func(string, int), label, url string) {
	switch {
	case label == "":
		add(url, 0)
	case url != "" && !sameTarget(label, url) && !sameTarget(label, visible(url)):
		add("("+url+")", 0)
	}
}
