package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// inFirst is what first-message-link and first-message-domain underline in a
// text that opens a chat.
func inFirst(t *testing.T, text string) string {
	t.Helper()
	body := []byte(firstOf(`{"type":"text","value":` + quote(text) + `}`))
	var out []string
	for _, d := range New(WithKind(KindChatsCreate)).JSON(body).Diagnostics {
		spot := string(body[d.Start.Offset:d.End.Offset])
		switch d.Rule {
		case "first-message-link":
			out = append(out, "link "+spot)
		case "first-message-domain":
			out = append(out, "domain "+spot)
		default:
			t.Fatalf("%s at %s", d.Rule, d.Pointer)
		}
	}
	return strings.Join(out, ", ")
}

// TestURLsInTheFirstMessage: what a server takes for a URL, what it may, and
// above all what it does not.
func TestURLsInTheFirstMessage(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		// A link: http:// or https:// in any case, or www. at a word's start.
		{"https://example.com", "link https://example.com"},
		{"See http://example.com/a?b=c#d now", "link http://example.com/a?b=c#d"},
		{"HTTPS://EXAMPLE.COM", "link HTTPS://EXAMPLE.COM"},
		{"hTTp://x", "link hTTp://x"},
		{"xhttp://x", "link http://x"},
		{"http://localhost", "link http://localhost"},
		{"www.example.com", "link www.example.com"},
		{"WWW.Example.com", "link WWW.Example.com"},
		{"(www.example.com)", "link www.example.com"},
		{"www.9news.com", "link www.9news.com"},
		{"www.übung.de", "link www.übung.de"},
		{"see 0z9a.com, z0.com or a.com", "domain 0z9a.com, domain z0.com, domain a.com"},
		{"see example.app/x or example.zone/x", "domain example.app, domain example.zone"},
		{"see example.9a/x or example.a9/x", ""},
		{"übung.com is übung.de", ""},
		{"e\u0301xample.com and exampl\u00e9.com", ""},
		{"見example.com", "domain example.com"},
		{"see https://a.example, https://b.example.", "link https://a.example, link https://b.example"},
		{"“https://example.com”", "link https://example.com"},
		{"<https://example.com>", "link https://example.com"},
		{"https://example.com/ünï?q=ä!", "link https://example.com/ünï?q=ä"},
		{"🎉https://example.com🎉", "link https://example.com🎉"},
		{"two\nhttps://example.com\nlines", "link https://example.com"},
		{"https:// www. http:/x ftp://x mailto:x", ""},
		{"Type the name without http:// in front", ""},
		{"http://.", ""},
		{"https://[2001:db8::1]/a", "link https://[2001:db8::1]/a"},
		{"See https://example.com/wiki/A_(film).", "link https://example.com/wiki/A_(film)"},
		{"(see https://example.com/wiki/A_(film))", "link https://example.com/wiki/A_(film)"},
		{"(see https://example.com/a[1]{2}])", "link https://example.com/a[1]{2}"},
		{"https://example.com。まで", "link https://example.com"},
		{"「https://example.com」、", "link https://example.com"},
		{"awww.cute", ""},
		{"www. is short for", ""},
		{"www..", ""},
		{"The www is old", ""},

		// Perhaps a URL: a bare domain in lower case.
		{"invoice.pdf/jpg, main.py/test.py, package.json/yarn.lock, 9.am/pm, 5.km/h", ""},
		{"60.mph/h or 3.kg/m, README.md/txt, Report.docx/pdf", ""},
		{"Instagram.com/acme or Bit.ly/3abc", "domain Instagram.com, domain Bit.ly"},
		{"Great.Me and InstaGram.com/acme, visit Acme.com", ""},
		{"詳細はexample.comまで", "domain example.com"},
		{"请看example.cn/a。", "domain example.cn"},
		{"예약은example.com에서", "domain example.com"},
		{"example.com", "domain example.com"},
		{"Visit example.com!", "domain example.com"},
		{"Visit example.com.", "domain example.com"},
		{"(example.org)", "domain example.org"},
		{"“example.com”", "domain example.com"},
		{"example.com…", "domain example.com"},
		{"now—example.com—now", "domain example.com"},
		{"👉example.com👈", "domain example.com"},
		{"shop.example.co.uk", "domain shop.example.co.uk"},
		{"my-shop.store", "domain my-shop.store"},
		{"1password.com", "domain 1password.com"},
		{"example.com, example.net", "domain example.com, domain example.net"},
		{"example.com/menu", "domain example.com"},
		{"bit.ly/menu", "domain bit.ly"},
		{"t.me/kevin", "domain t.me"},
		{"https://example.com and example.org", "link https://example.com, domain example.org"},
		{"for net.de xn--bcher-kva.de", "domain net.de, domain xn--bcher-kva.de"},

		// Not URLs.
		{"kevin@example.com", ""},
		{"first.last+tag@mail.example.com", ""},
		{"Kevin@example.com, Ann@example.org", ""},
		{"e.g. this, i.e. that, etc.", ""},
		{"v1.2 and v1.2.3 and 10.0.0.1", ""},
		{"$3.50 or 3.50 or 1.234,56", ""},
		{"report.pdf", ""},
		{"photo.jpg, main.go, index.html", ""},
		{"Great.Me too.Then", ""},
		{"ASP.NET and Node.js and Vue.js", ""},
		{"Example.com", ""},
		{"EXAMPLE.COM", ""},
		{"bit.ly", ""},
		{"a.m. and p.m.", ""},
		{"a.m./p.m.", ""},
		{"U.S.A. and u.s.a.", ""},
		{"and/or, he/she", ""},
		{"wait...com", ""},
		{"...com", ""},
		{".com", ""},
		{".net framework", ""},
		{"com", ""},
		{"example.", ""},
		{"example.com_x", ""},
		{"/example.com", ""},
		{". example.com", "domain example.com"},
		{"example.zaz/x", "domain example.zaz"},
		{"$.com", ""},
		{"#tag.com", ""},
		{"a-.com", ""},
		{"-a.com", ""},
		{"example .com", ""},
		{"Ünï.com", ""},
		{"5.com/3", "domain 5.com"},
		{"1.5/2.5", ""},
		{"3.x/4.x", ""},
		{"Hello.World", ""},
		{"Your order is ready.", ""},
		{"Ready.Come by", ""},
		{"ok.thanks", ""},
		{"Hi!", ""},
	} {
		t.Run(test.text, func(t *testing.T) {
			require.Equal(t, test.want, inFirst(t, test.text))
		})
	}
}

// TestURLsInEscapedText: the span is in the body, whatever escapes are
// before it.
func TestURLsInEscapedText(t *testing.T) {
	body := []byte(firstOf(`{"type":"text","value":"\ud83c\udf89\t\u00e9 https:\/\/example.com\u0020or \u0065xample.org\n"}`))
	var got []string
	for _, d := range JSON(body).Diagnostics {
		got = append(got, string(body[d.Start.Offset:d.End.Offset]))
	}
	require.Equal(t, []string{`https:\/\/example.com`, `\u0065xample.org`}, got)
}

// TestURLsElsewhere: only the first message of chats.create asks for them.
func TestURLsElsewhere(t *testing.T) {
	text := textOf("see https://example.com or example.org")
	require.Empty(t, JSON([]byte(sendOf(text))).Diagnostics)
	require.Empty(t, JSON([]byte(anyLine(text))).Diagnostics)
	require.Equal(t, "first-message-link-risk /message/parts/0/value", found(JSON([]byte(anyLine(text)), WithNotes())))
}
