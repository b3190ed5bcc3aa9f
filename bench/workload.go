package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/linqlint/linqlint/testdata/bench"
)

// workload is bodies that are checked in turn. Of one body a processor learns
// every branch; of thousands it cannot.
type workload struct {
	name   string
	bodies [][]byte
	wrong  bool // each has an error that a schema and struct tags can see too
}

// size is the mean size of the bodies in bytes.
func (w *workload) size() int {
	total := 0
	for _, b := range w.bodies {
		total += len(b)
	}
	return total / len(w.bodies)
}

// workloads returns what all peers are timed over: testdata/bench's four bodies,
// texts in nine languages with decorations, 2000 different bodies, and bodies with
// errors.
func workloads() ([]workload, error) {
	const dir = "../testdata/bench"
	var all []workload
	files := map[string][]byte{}
	for _, name := range []string{"tiny", "typical", "app", "large"} {
		text, err := os.ReadFile(filepath.Join(dir, name+".json"))
		if err != nil {
			return nil, err
		}
		files[name] = text
		all = append(all, workload{name: name, bodies: [][]byte{text}})
	}
	languages, mixed, wrong := workload{name: "languages"}, workload{name: "mixed"}, workload{name: "mixed, wrong", wrong: true}
	for _, b := range bench.Scripts() {
		languages.bodies = append(languages.bodies, addressed(b.JSON))
	}
	for i, text := range bench.Mixed(2000) {
		body := addressed(text)
		mixed.bodies = append(mixed.bodies, body)
		wrong.bodies = append(wrong.bodies, spoiled(body, i))
	}
	return append(all, languages, mixed,
		workload{name: "typical, 4 errors", bodies: [][]byte{fourErrors(files["typical"])}, wrong: true},
		workload{name: "large, 500 errors", bodies: [][]byte{wrongStyles(files["large"])}, wrong: true}, wrong), nil
}

// addressed gives a body of chats.messages.send a recipient, which the schema
// asks for.
func addressed(body []byte) []byte {
	return []byte(strings.Replace(string(body), `{"message":`, `{"to":["+14155550100"],"message":`, 1))
}

// spoiled breaks one rule of a body, by turns: the type of the recipient, that of a part,
// a missing value, an unknown service.
func spoiled(body []byte, i int) []byte {
	r := []struct{ old, new string }{
		{`"+14155550100"`, `14155550100`},
		{`"type":"text"`, `"type":"txt"`},
		{`"value":`, `"valeu":`},
		{`"message":{`, `"message":{"preferred_service":"imessage_",`},
	}[i%4]
	return []byte(strings.Replace(string(body), r.old, r.new, 1))
}

// fourErrors is the typical body with four errors.
func fourErrors(typical []byte) []byte {
	return []byte(strings.NewReplacer(
		`"+14155550007"`, `"14155550007+"`,
		`"bold"`, `"bald"`,
		`"iMessage"`, `"imessage_"`,
		`"https://cdn`, `"htps://cdn`,
	).Replace(string(typical)))
}

// wrongStyles is the large body with a misspelled style or animation in each
// decoration.
func wrongStyles(large []byte) []byte {
	return []byte(strings.NewReplacer(
		`"bold"`, `"blod"`, `"italic"`, `"itallc"`, `"strikethrough"`, `"strikethruogh"`, `"underline"`, `"undreline"`,
		`"explode"`, `"exploed"`, `"ripple"`, `"rippel"`, `"shake"`, `"sahke"`, `"small"`, `"smal1"`, `"big"`, `"bgi"`,
		`"nod"`, `"ndo"`, `"bloom"`, `"blomo"`, `"jitter"`, `"jittre"`,
	).Replace(string(large)))
}

// prove checks that a peer accepts the good bodies and, if it checks more than JSON,
// rejects the wrong ones, so that no peer is timed that does not do its work.
func (w *workload) prove(name string, checks bool, accepts func(body []byte) (bool, error)) error {
	for _, b := range w.bodies {
		ok, err := accepts(b)
		switch {
		case ok && w.wrong && checks:
			return fmt.Errorf("%s takes a body of %s that is wrong: %s", name, w.name, b)
		case !ok && !w.wrong:
			return fmt.Errorf("%s refuses a body of %s: %w: %s", name, w.name, err, b)
		}
	}
	return nil
}
