package validate

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// TestMediaURL: every edge of what a URL is, by the rule that speaks of it.
func TestMediaURL(t *testing.T) {
	const (
		bad     = "media-url"
		private = "media-url-private"
		ext     = "media-extension"
	)
	for _, test := range []struct{ name, url, want string }{
		{"plain", "https://example.com/a.jpg", ""},
		{"no path", "https://example.com", ""},
		{"a slash", "https://example.com/", ""},
		{"a query at once", "https://example.com?a=b", ""},
		{"a fragment at once", "https://example.com#a", ""},
		{"a scheme in any case", "HTTPS://example.com/a.jpg", ""},
		{"a host in any case", "https://EXAMPLE.com/a.jpg", ""},
		{"a port", "https://example.com:8443/a.jpg", ""},
		{"an empty port, as RFC 3986 has it", "https://example.com:/a.jpg", ""},
		{"letters outside of ASCII", "https://müller.example/bücher/ä.jpg?q=ö", ""},
		{"a host in another script", "https://例え.テスト/画像.jpg", ""},
		{"an emoji", "https://example.com/🎉.png", ""},
		{"a zero-width joiner in a path", "https://example.com/\u200d.png", ""},
		{"a host with an underscore", "https://my_bucket.example.com/a.jpg", ""},
		{"a host that ends in a dot", "https://example.com./a.jpg", ""},
		{"an address", "https://93.184.216.34/a.jpg", ""},
		{"an IPv6 address", "https://[2606:2800:220:1:248:1893:25c8:1946]/a.jpg", ""},
		{"a short IPv6 address with a port", "https://[2001:db8::1]:443/a.jpg", ""},
		{"an address that is private with one digit less", "https://172.15.0.1/a.jpg", ""},
		{"and with one more", "https://172.32.0.1/a.jpg", ""},
		{"192.169", "https://192.169.1.1/a.jpg", ""},
		{"11.0.0.1", "https://11.0.0.1/a.jpg", ""},
		{"169.253", "https://169.253.0.1/a.jpg", ""},
		{"93.254", "https://93.254.0.1/a.jpg", ""},
		{"93.168", "https://93.168.0.1/a.jpg", ""},
		{"93.16", "https://93.16.0.1/a.jpg", ""},
		{"a name that starts like a private address", "https://10.example.com/a.jpg", ""},
		{"a name that has local in it", "https://local.example.com/a.jpg", ""},
		{"a name that ends in a word with local", "https://example.nolocal/a.jpg", ""},
		{"a presigned URL", "https://example.com/a.jpg?X-Amz-Signature=ab%2Fc&X-Amz-Date=1", ""},
		{"a URL in a query", "https://example.com/?u=http://localhost/", ""},
		{"an at sign in a path", "https://example.com/@kevin/a.jpg", ""},
		{"brackets in a query", "https://example.com/a?b[]=1&c={d}|e", ""},
		{"quotes in a path", `https://example.com/it's\"so\".jpg`, ""},
		{"a percent sign that encodes nothing", "https://example.com/100%.jpg", ""},
		{"an empty name before the host", "https://@example.com/a.jpg", private},
		{"four numbers that are not an address", "https://300.1.1.1/a.jpg", ""},
		{"a colon in a path", "https://example.com/a:b.jpg", ""},
		{"escaped slashes", `https:\/\/example.com\/a.jpg`, ""},

		{"empty", "", bad},
		{"white space only", "  ", bad},
		{"another scheme", "ftp://example.com/a.jpg", bad},
		{"http", "http://example.com/a.jpg", bad},
		{"no scheme", "example.com/a.jpg", bad},
		{"no host", "https:///a.jpg", bad},
		{"a scheme and nothing", "https://", bad},
		{"one slash", "https:/example.com", bad},
		{"relative", "/a.jpg", bad},
		{"without its scheme", "//example.com/a.jpg", bad},
		{"a data URL", "data:image/png;base64,AAAA", bad},
		{"a space", "https://example.com/my photo.jpg", bad},
		{"a no-break space", "https://example.com/my\u00a0photo.jpg", bad},
		{"a line end within", `https://example.com/a\nb.jpg`, bad},
		{"a control code", `https://example.com/a\u0001.jpg`, bad},
		{"a C1 control code", "https://example.com/a\u0085b.jpg", bad},
		{"DEL", "https://example.com/a\u007f.jpg", bad},
		{"a port of letters", "https://example.com:https/a.jpg", bad},
		{"two ports", "https://example.com:1:2/a.jpg", bad},
		{"a host that starts with a dot", "https://.example.com/a.jpg", bad},
		{"a port and no host", "https://:443/a.jpg", bad},
		{"credentials and no host", "https://user@/a.jpg", bad},
		{"an open bracket", "https://[::1/a.jpg", bad},
		{"brackets around a name", "https://[example.com]/a.jpg", bad},
		{"text after the bracket", "https://[2001:db8::1]x/a.jpg", bad},
		{"an IPv6 address without brackets", "https://2001:db8::1/a.jpg", bad},
		{"a backslash in the host", `https://example.com\\a.jpg`, bad},
		{"a placeholder as a host", "https://{host}/a.jpg", bad},
		{"a placeholder in angle brackets", "https://<host>/a.jpg", bad},

		{"localhost", "https://localhost/a.jpg", private},
		{"localhost in any case, with a port", "https://LocalHost:3000/a.jpg", private},
		{"localhost with its dot", "https://localhost./a.jpg", private},
		{"below localhost", "https://app.localhost/a.jpg", private},
		{"a host without a dot", "https://minio/a.jpg", private},
		{".local", "https://printer.LOCAL/a.jpg", private},
		{".internal", "https://metadata.google.internal/a.jpg", private},
		{"loopback", "https://127.0.0.1/a.jpg", private},
		{"all of loopback", "https://127.255.255.254/a.jpg", private},
		{"10/8", "https://10.1.2.3/a.jpg", private},
		{"172.16/12", "https://172.16.0.1/a.jpg", private},
		{"172.31", "https://172.31.255.255/a.jpg", private},
		{"192.168/16", "https://192.168.0.1:8080/a.jpg", private},
		{"link-local", "https://169.254.169.254/latest/meta-data", private},
		{"this network", "https://0.0.0.0/a.jpg", private},
		{"IPv6 loopback", "https://[::1]/a.jpg", private},
		{"IPv6 unique local", "https://[fd00::1]/a.jpg", private},
		{"IPv6 link-local", "https://[fe80::1]/a.jpg", private},
		{"IPv6 link-local with a zone", "https://[fe80::1%25en0]/a.jpg", private},
		{"a private address in IPv6", "https://[::ffff:192.168.0.1]/a.jpg", private},
		{"credentials", "https://user:secret@example.com/a.jpg", private},
		{"a user name", "https://user@example.com/a.jpg", private},

		{"a documented extension in capitals", "https://example.com/A.JPG", ""},
		{"an extension in the query says nothing", "https://example.com/a?f=b.exe", ""},
		{"nor one in the fragment", "https://example.com/a#b.exe", ""},
		{"nor in the host", "https://example.sh", ""},
		{"nor in a folder", "https://example.com/a.exe/b", ""},
		{"an unknown suffix is none", "https://example.com/a.v2", ""},
		{"aif is known for voice memos only", "https://example.com/a.aif", ""},
		{"a file without extension", "https://example.com/a", ""},
		{"a dot at the end", "https://example.com/exe.", ""},
		{"a name that only ends so", "https://example.com/webp", ""},
		{"a suffix with a parameter is none", "https://example.com/a.webp;v=1", ""},
		{"not among them", "https://example.com/a.webp", ext},
		{"with a letter in percent signs", "https://example.com/a.we%62p", ext},
		{"with its last letter so", "https://example.com/a.web%70", ext},
		{"with its first letter so", "https://example.com/%41.webp", ext},
		{"of an ending alone", "https://example.com/%2Ewebp", ext},
		{"with its dot so", "https://example.com/a%2Ewebp", ext},
		{"a slash in percent signs ends a folder", "https://example.com/a.webp%2Fb", ""},
		{"half of a percent sign at the end", "https://example.com/%41.webp%7", ""},
		{"a percent sign at the end", "https://example.com/%41.webp%", ""},
		{"a percent sign without its digits", "https://example.com/%4g.webp", ext},
		{"in capitals", "https://example.com/a.WebP", ext},
		{"before a query", "https://example.com/a.webp?w=100", ext},
		{"before a fragment", "https://example.com/a.webp#x", ext},
		{"the last dot counts", "https://example.com/a.jpg.webp", ext},
		{"percent-decoded", "https://example.com/a%2Ewebp", ext},
		{"percent-decoded letters", "https://example.com/a.w%65bp", ext},
		{"a dot file", "https://example.com/.webp", ext},
		{"rejected", "https://example.com/a.flac", ext},
		{"a program", "https://example.com/setup.exe", ext},
		{"a program with a percent sign that encodes nothing", "https://example.com/100%.exe", ext},
		{"a program with a percent sign before a dot and a letter", "https://example.com/100%a.exe", ext},
	} {
		t.Run(test.name, func(t *testing.T) {
			want := ""
			if test.want != "" {
				want = test.want + " /message/parts/0/url"
			}
			require.Equal(t, want, found(JSON([]byte(mediaOf(test.url)))), test.url)
		})
	}
}

// TestMediaExtensions: each extension of the two lists, by its message.
func TestMediaExtensions(t *testing.T) {
	listed := "jpg jpeg png gif heic heif tif tiff bmp mp4 mov m4v mpeg mpg 3gp m4a mp3 aac caf wav aiff amr " +
		"pdf txt rtf csv doc docx xls xlsx ppt pptx pages numbers key epub zip html htm vcf ics"
	for _, e := range strings.Fields(listed) {
		require.Empty(t, JSON([]byte(mediaOf("https://example.com/a."+e))).Diagnostics, e)
	}
	rejected := "exe msi dmg pkg apk bat cmd sh jar flac ogg"
	unlisted := "webp svg avif jfif ico psd mkv webm avi wmv flv ogv oga opus wma mid iso 7z rar tar gz json xml md"
	for _, e := range strings.Fields(rejected + " " + unlisted) {
		ds := JSON([]byte(mediaOf("https://example.com/a." + e))).Diagnostics
		require.Len(t, ds, 1, e)
		require.Equal(t, "media-extension", ds[0].Rule, e)
		require.Equal(t, SeverityWarning, ds[0].Severity, "the server looks at the content, so an extension is never an error")
		require.Equal(t, strings.Contains(" "+rejected+" ", " "+e+" "), strings.Contains(ds[0].Message, "files are rejected"), e)
	}
	for _, e := range strings.Fields("mp3 m4a mp4 aac caf wav aiff aif amr MP3 v2 weird") {
		require.Empty(t, JSON([]byte(`{"voice_memo_url":"https://example.com/a.`+e+`"}`)).Diagnostics, e)
	}
	for _, e := range strings.Fields("ogg opus flac webm mov pdf") {
		require.Equal(t, "voicememo-extension /voice_memo_url", found(JSON([]byte(`{"voice_memo_url":"https://example.com/a.`+e+`"}`))), e)
	}
	for _, e := range strings.Fields("jpg jpeg png heif heic webp JPG v2 php") {
		require.Empty(t, JSON([]byte(layoutOf(`{"image_url":"https://example.com/a.`+e+`"}`))).Diagnostics, e)
	}
	for _, e := range strings.Fields("gif tiff bmp svg mp4 mp3 pdf") {
		require.Equal(t, "card-image-type /message/parts/0/layout/image_url", found(JSON([]byte(layoutOf(`{"image_url":"https://example.com/a.`+e+`"}`)))), e)
	}
}

// TestFilesOverSMS: only a URL with a listed extension says what would not
// travel.
func TestFilesOverSMS(t *testing.T) {
	for ext, want := range map[string]string{
		"a.jpg": "", "a.MOV": "", "a.pdf": "media-sms-file /message/parts/0/url", "a.vcf": "media-sms-file /message/parts/0/url",
		"a.mp3": "media-sms-file /message/parts/0/url", "a": "", "a.v2": "", "a.aif": "",
	} {
		require.Equal(t, want, found(JSON([]byte(overSMS("https://example.com/"+ext)))), ext)
	}
	id := `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000"}`
	require.Empty(t, JSON([]byte(contentOf(`"preferred_service":"SMS","parts":[`+id+`]`))).Diagnostics)
	require.Empty(t, JSON([]byte(contentOf(`"preferred_service":"RCS","parts":[{"type":"media","url":"https://example.com/a.pdf"}]`))).Diagnostics, "RCS takes files")
}

// TestPublicURLs: which media count against the forty.
func TestPublicURLs(t *testing.T) {
	run := func(name, url string, counts bool) {
		t.Run(name, func(t *testing.T) {
			parts := times(41, `{"type":"media","url":"`+url+`"}`)
			want := ""
			if counts {
				want = "parts-url-media-max /message/parts"
			}
			report := JSON([]byte(sendOf(parts)), WithSeverity("*", SeverityOff), WithSeverity("parts-url-media-max", SeverityError))
			require.Equal(t, want, found(report))
			require.Equal(t, counts, PublicURL(url))
		})
	}
	run("public", "https://example.com/a.jpg", true)
	run("the API's own", "https://cdn.linqapp.com/a.jpg", false)
	run("the same in capitals", "https://CDN.LinqApp.com/a.jpg", false)
	run("the same with a port", "https://cdn.linqapp.com:443/a.jpg", false)
	run("another host of theirs", "https://www.linqapp.com/a.jpg", true)
	run("a host that ends so", "https://xcdn.linqapp.com/a.jpg", true)
	run("Amazon", "https://b.s3.amazonaws.com/a.jpg?X-Amz-Date=1&X-Amz-Signature=a", false)
	run("the name alone", "https://example.com/a.jpg?X-Amz-Signature=", true)
	run("not a URL", "https://x.y/a b?X-Amz-Signature=1", true)
	run("without a host", "https:///a?X-Amz-Signature=1", true)
	run("with white space around it", " https://cdn.linqapp.com/a.jpg ", false)
	run("over http", "http://cdn.linqapp.com/a.jpg", false)
	run("with credentials", "https://u:p@cdn.linqapp.com/a.jpg", false)
	run("a host in the credentials", "https://cdn.linqapp.com@example.com/a.jpg", true)
	run("in the fragment", "https://example.com/a.jpg#X-Amz-Signature=a", true)
	run("Google", "https://storage.googleapis.com/a.jpg?X-Goog-Signature=a", false)
	run("CloudFront with an expiry", "https://d.cloudfront.net/a.jpg?Expires=1&Signature=a", false)
	run("CloudFront with a key pair", "https://d.cloudfront.net/a.jpg?Signature=a&Key-Pair-Id=K", false)
	run("a signature alone", "https://example.com/a.jpg?Signature=a", true)
	run("Azure", "https://a.blob.core.windows.net/a.jpg?se=1&sig=a", false)
	run("sig alone", "https://example.com/a.jpg?sig=a", true)
}

// TestWrongURLsCount: what is not a public URL would be one after a fix.
func TestWrongURLsCount(t *testing.T) {
	for _, url := range []string{"http://example.com/a.jpg", "example.com/a.jpg", " https://example.com/a.jpg"} {
		require.Contains(t, rulesOf(JSON([]byte(sendOf(times(41, `{"type":"media","url":"`+url+`"}`))))), "parts-url-media-max", url)
	}
	one := `{"type":"media","attachment_id":"550e8400-e29b-41d4-a716-446655440000","url":null}`
	require.NotContains(t, rulesOf(JSON([]byte(sendOf(times(41, one))))), "parts-url-media-max")
}

// TestContentTypes: without case and parameters, with the extensions that go
// with them.
func TestContentTypes(t *testing.T) {
	for _, test := range []struct{ name, contentType, want string }{
		{"a.png", "image/png", ""},
		{"a.PNG", "IMAGE/PNG", ""},
		{"a.txt", "text/plain; charset=utf-8", ""},
		{"a.txt", " text/plain ;charset=utf-8", ""},
		{"a", "image/png", ""},
		{"a.b", "image/png", ""},
		{"a.jpeg", "image/jpg", ""},
		{"a.m4a", "audio/mp4", ""},
		{"a.mp4", "audio/mp4", ""},
		{"a.heic", "image/heif", ""},
		{"a.tar.gz", "application/x-gzip", ""},
		{"a.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""},
		{"a.png", "image/jpeg", "attachment-type-mismatch"},
		{"a.jpg.PNG", "image/jpeg", "attachment-type-mismatch"},
		{"a.mov", "video/mp4", "attachment-type-mismatch"},
		{"a.png", "application/octet-stream", "attachment-content-type /content_type"},
		{"a.png", "", "attachment-content-type /content_type"},
		{"a.flac", "audio/flac", "attachment-content-type /content_type"},
		{"a.ogg", "audio/ogg; codecs=opus", "attachment-content-type /content_type"},
	} {
		body := []byte(`{"filename":"` + test.name + `","content_type":"` + test.contentType + `","size_bytes":1}`)
		require.Equal(t, test.want, found(JSON(body)), "%s as %s", test.name, test.contentType)
	}
	for contentType, rejected := range map[string]bool{"audio/flac": true, "application/ogg": true, "application/x-msdownload": true, "application/octet-stream": false} {
		d := JSON([]byte(`{"filename":"a","content_type":"` + contentType + `","size_bytes":1}`)).Diagnostics[0]
		require.Equal(t, rejected, strings.Contains(d.Message, "is rejected"), contentType)
	}
}

// TestAppURLs: what a card opens.
func TestAppURLs(t *testing.T) {
	at := func(rule string) string { return rule + " /message/parts/0/url" }
	for _, test := range []struct{ name, url, want string }{
		{"https", "https://example.com/x", ""},
		{"https in capitals", "HTTPS://example.com/x", ""},
		{"data", "data:,hello", ""},
		{"a long data URL", "data:," + strings.Repeat("x", 2042), ""},
		{"a data URL one over what the reference takes", "data:," + strings.Repeat("x", 2043), at("app-url-data-long")},
		{"the longest data URL", "data:," + strings.Repeat("x", 16378), at("app-url-data-long")},
		{"one more", "data:," + strings.Repeat("x", 16379), at("app-url")},
		{"the longest https URL", "https://example.com/" + strings.Repeat("é", 2028), ""},
		{"one code point more", "https://example.com/" + strings.Repeat("é", 2029), at("app-url")},
		{"http", "http://example.com/x", at("app-url-scheme")},
		{"a scheme of its own", "acme://order/7", at("app-url-scheme")},
		{"mailto", "mailto:a@example.com", at("app-url-scheme")},
		{"a long one of its own", "acme:" + strings.Repeat("x", 3000), at("app-url-scheme")},
		{"relative", "/order/7", at("app-url")},
		{"no scheme", "example.com/order", at("app-url")},
		{"a scheme alone", "https:", at("app-url")},
		{"https without slashes", "https:example.com", at("app-url")},
		{"a space", "acme://order 7", at("app-url")},
		{"empty", "", at("app-url")},
	} {
		t.Run(test.name, func(t *testing.T) {
			require.Equal(t, test.want, found(JSON([]byte(captioned(`"url":"`+test.url+`"`)))))
		})
	}
}

// TestAppClipHosts: linqapp.com and what is below it.
func TestAppClipHosts(t *testing.T) {
	for host, good := range map[string]bool{
		"linqapp.com": true, "pay.linqapp.com": true, "PAY.LinqApp.Com": true, "linqapp.com.": true, "a.b.linqapp.com:443": true,
		"linqapp.com.example.com": false, "xlinqapp.com": false, "linqapp.co": false, "example.com": false, "linqapp.com@example.com": false,
	} {
		want := "app-clip-host /message/parts/0/value"
		if good {
			want = ""
		}
		require.Equal(t, want, found(JSON([]byte(sendOf(`{"type":"app_clip","value":"https://`+host+`/x"}`)), WithNotes())), host)
	}
}

// TestLinks: http and https, with a host, up to 2048 code points.
func TestLinks(t *testing.T) {
	at := func(rule string) string { return rule + " /message/parts/0/value" }
	for link, want := range map[string]string{
		"https://example.com":     "",
		"hTTps://example.com/ü":   "",
		"https://localhost:3000/": "",
		"http://example.com":      at("link-insecure"),
		"HTTP://example.com":      at("link-insecure"),
		"ftp://example.com":       at("link-url"),
		"www.example.com":         at("link-url"),
		"https://":                at("link-url"),
		"":                        at("link-url"),
		"https://a.example/" + strings.Repeat("🎉", 2030): "",
		"https://a.example/" + strings.Repeat("🎉", 2031): at("link-length"),
	} {
		require.Equal(t, want, found(JSON([]byte(linkOf(link)))), abbreviated(link))
	}
}

// TestIsPlainURL: one other byte is seen at any place of URLs of any length.
func TestIsPlainURL(t *testing.T) {
	for size := range 30 {
		text := []byte(strings.Repeat("https://a.b/c-d_e~f@g", 2)[:size])
		require.Equal(t, size >= 8, isPlainURL(string(text)), size)
		for i, was := range text {
			for b := range 256 {
				text[i] = byte(b)
				odd := classes[b]&(blank|wide) != 0 || strings.IndexByte("#%?", byte(b)) >= 0
				if size < 8 || strings.IndexByte("!'", byte(b)) < 0 { // for these two it does not matter
					require.Equal(t, size >= 8 && !odd, isPlainURL(string(text)), "%q", text)
				}
			}
			text[i] = was
		}
	}
}
