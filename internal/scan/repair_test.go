package scan

import (
	"encoding/json"
	"slices"
	"testing"
)

// TestRepair has a text of each kind of fault, and what is read as it.
func TestRepair(t *testing.T) {
	for _, test := range []struct{ name, body, want string }{
		{"a byte order mark", "\ufeff{}", "{}"},
		{"a comment behind a value", "{\"a\":1 // one\n}", "{\"a\":1\n}"},
		{"a comment on its own line", "{\n  # one\n  \"a\":1\n}", "{\n  \"a\":1\n}"},
		{"a comment with a carriage return", "{\r\n  // one\r\n  \"a\":1\r\n}", "{\r\n  \"a\":1\r\n}"},
		{"a comment within", `{"a":/* one */1}`, `{"a":1}`},
		{"a comment behind tabs", "{\"a\":1\t\t// one\n}", "{\"a\":1\n}"},
		{"a comment with stars and slashes in it", "/* a*b * /c/ **/{}", "{}"},
		{"comments only around", "// a\n{} /* b */ # c", "{}"},
		{"a comment at the end", "{}\n// one", "{}\n"},
		{"a comment that ends with its start", "/*/ */{}", "{}"},
		{"slashes in a string", `{"a":"//b # /*",}`, `{"a":"//b # /*"}`},
		{"trailing commas", `{"a":[1,2,],}`, `{"a":[1,2]}`},
		{"a trailing comma behind exponents", `[1e5,-2.5E+3,]`, `[1e5,-2.5E+3]`},
		{"a trailing comma before a comment", "[1, // one\n]", "[1\n]"},
		{"a missing comma between members", "{\"a\":1\n\"b\":2}", "{\"a\":1,\n\"b\":2}"},
		{"a missing comma between elements", `[{}{} 1 "a" [2]]`, `[{},{}, 1, "a", [2]]`},
		{"a missing comma before a comment", "{\"a\":1 // one\n\"b\":2}", "{\"a\":1,\n\"b\":2}"},
		{"single quotes", `{'a':'b "c" it\'s'}`, `{"a":"b \"c\" it's"}`},
		{"an apostrophe", `{'a':'it's here'}`, `{"a":"it's here"}`},
		{"a quote behind a letter and another sign", `[‘x!’“y”]`, `["x!","y"]`},
		{"an escape in single quotes", `{'a':'b\n\\'}`, `{"a":"b\n\\"}`},
		{"typographic quotes", `{“a”:„b“,”c”:‘it’s’,«d»:«e»}`, `{"a":"b","c":"it’s","d":"e"}`},
		{"a typographic quote that opens only", `{“a":1}`, `{"a":1}`},
		{"names", `{a:1,$b_2:{c-d:3}}`, `{"a":1,"$b_2":{"c-d":3}}`},
		{"Python", `{"a":True,"b":[False,None]}`, `{"a":true,"b":[false,null]}`},
		{"Python's repr", `{'a': True, 'b': ["it's", None]}`, `{"a": true, "b": ["it's", null]}`},
		{"brackets", `{"a":[{"b":1`, `{"a":[{"b":1}]}`},
		{"brackets after a comma", "{\"a\":[1,\n", "{\"a\":[1]}\n"},
		{"brackets at once", `{"a":[`, `{"a":[]}`},
		{"everything", "\ufeff// a\n{a:'b' \"c\":[True,],", "{\"a\":\"b\", \"c\":[true]}"},
	} {
		t.Run(test.name, func(t *testing.T) {
			r := Repair([]byte(test.body))
			if r == nil || string(r.Body) != test.want {
				t.Fatalf("got %+v, want %s", r, test.want)
			}
			checkRepaired(t, []byte(test.body), r)
		})
	}
}

// TestNoRepair has what is reported alone.
func TestNoRepair(t *testing.T) {
	for _, body := range []string{
		``, ` `, `{"a":"b`, `{"a":`, `{"a"`, `{"a`, `{"a":'b`, `{"a":tru`, `{"a":NaN}`, `{"a":undefined}`, `{"a":+1}`, `{"a":01}`, `{} {}`, `{}}`, `{"a":1]`,
		"{\"a\":'b\nc'}", "{\"a\":\"b\nc\",}", `{,"a":1}`, `{"a":1,,}`, `{"a"=1}`, `{"a":1;}`, `{"a":0x10}`, `{"a":'b',/*/}`, `{a`, `/* a`, `{"a":1abc:2}`, "{\"a\":1\u00a0}",
	} {
		if r := Repair([]byte(body)); r != nil {
			var v View
			if v.Scan(r.Body).Code == 0 {
				t.Errorf("%s is read as %s", body, r.Body)
			}
		}
	}
}

// checkRepaired checks that the copy is JSON where Scan accepts it, and that its
// places are those of the body, in order.
func checkRepaired(t *testing.T, body []byte, r *Repaired) {
	t.Helper()
	var v View
	if v.Scan(r.Body).Code != 0 {
		return
	}
	if !json.Valid(r.Body) {
		t.Fatalf("%q is repaired to %q, which is not JSON", body, r.Body)
	}
	end := 0
	for _, e := range r.Edits {
		if e.Start < end || e.End < e.Start || e.End > len(body) {
			t.Fatalf("%q: edit %+v", body, e)
		}
		end = e.End
	}
	for _, f := range r.Findings {
		if f.Fault.Offset < 0 || f.Fault.Offset > len(body) {
			t.Fatalf("%q: fault %+v", body, f)
		}
		if message, _ := f.Fault.Explain(body); message == "" {
			t.Fatalf("%q: no message for %+v", body, f)
		}
	}
	last := 0
	for _, n := range v.Nodes {
		start, end := r.Start(int(n.Start)), r.End(int(n.End))
		if start < last || end < start || end > len(body) {
			t.Fatalf("%q: node [%d,%d) of %q is at [%d,%d)", body, n.Start, n.End, r.Body, start, end)
		}
		last = start
	}
	if again := Repair(r.Body); again != nil {
		t.Fatalf("%q is repaired to %q, and that to %q", body, r.Body, again.Body)
	}
}

// TestRepairOfEachKind: applying the edits of one kind after the other comes to
// the copy.
func TestRepairOfEachKind(t *testing.T) {
	body := []byte("\ufeff// a\n{a:'b' \"c\":[True,], // d\n“e”:[{},")
	want := Repair(body).Body
	for kind := range RepairKinds {
		r := Repair(body)
		if r == nil {
			break
		}
		var next []byte
		from := 0
		for _, e := range r.Edits {
			if e.Kind == kind {
				next = append(append(next, body[from:e.Start]...), e.Text...)
				from = e.End
			}
		}
		body = append(next, body[from:]...)
	}
	if string(body) != string(want) {
		t.Fatalf("got %q, want %q", body, want)
	}
}

func FuzzRepair(f *testing.F) {
	for _, seed := range []string{
		`{"to":["+12"],"message":{"parts":[]}}`, `{a:'b' "c":[True,], // d`, "\ufeff{“e”:[{},", `{'it's':"a"`, "[1 /* */ 2 # 3\n4]", `{"a":1,"b":`, "‘’'\"“”",
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		given := slices.Clone(body)
		r := Repair(body)
		if string(given) != string(body) {
			t.Fatal("the body was changed")
		}
		var v View
		if v.Scan(body).Code == 0 && r != nil {
			t.Fatalf("%q is JSON, but is repaired to %q", body, r.Body)
		}
		if r != nil {
			checkRepaired(t, body, r)
		}
	})
}
