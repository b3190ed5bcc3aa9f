package mock_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/mock"
)

// full is a message that uses whatever a direct chat takes.
const full = `{"to":["+14155559876"],"message":{"parts":[{"type":"text","value":"Hello!","text_decorations":[{"range":[0,5],"style":"bold"}]}],
	"effect":{"name":"confetti","type":"screen"},"preferred_service":"iMessage","reply_to":{"message_id":"550e8400-e29b-41d4-a716-446655440000","part_index":0}}}`

// TestReferenceShapes compares responses with the examples of the reference
// pages, which show every documented member: each must be there, with the
// example's JSON type or null where the page says null. What an example has
// and a single request cannot have is named in the row.
func TestReferenceShapes(t *testing.T) {
	c := newClient(t, mock.Config{})
	created := c.ok(202, "POST", "/v3/messages", full)
	chat, id := created["chat_id"].(string), at(created, "message", "id").(string)
	react := func(messageID string) {
		c.ok(202, "POST", "/v3/messages/"+messageID+"/reactions", `{"operation":"add","type":"love"}`)
	}
	react(id)
	decorated := func(v any) any { // a decoration has style or animation, the example has both
		return without(v, "animation", "sticker")
	}
	september := []string{"mentions", "inline_stickers"} // since 2026-09-01
	tests := []struct {
		file string
		got  any
		// absent until someone reacts: the response to a send has none yet
		noReactions bool
		// beyond the page: members of the later page (messages-create) that the
		// older one lacks
		beyond []string
	}{
		{"messages.create", created, true, september},
		{"chats.messages.send", c.ok(202, "POST", "/v3/chats/"+chat+"/messages", full[:1]+full[len(`{"to":["+14155559876"],`):]), true, september},
		{"chats.messages.list", c.ok(200, "GET", "/v3/chats/"+chat+"/messages?limit=1", ""), true, append([]string{"delivery_status"}, september...)},
	}
	for _, test := range tests {
		t.Run(test.file, func(t *testing.T) {
			want := decorated(example(t, test.file))
			got := decorated(without(test.got, test.beyond...))
			if test.noReactions {
				want, got = withoutElements(want, "reactions"), withoutElements(got, "reactions")
			}
			sameShape(t, "", want, got)
		})
	}
	t.Run("reactions", func(t *testing.T) {
		want := at(example(t, "messages.create"), "message", "parts").([]any)[0].(map[string]any)["reactions"].([]any)[0]
		got := at(c.ok(200, "GET", "/v3/messages/"+id, ""), "parts").([]any)[0].(map[string]any)["reactions"].([]any)[0]
		require.Contains(t, got, "sticker")
		require.Regexp(t, "^[0-9a-f-]{36}$", at(got, "id")) // since 2026-09-01
		got = without(got, "sticker")
		delete(got.(map[string]any), "id")
		sameShape(t, "", without(want, "sticker"), got)
	})
}

// TestErrorExamples asks for each error that the reference page shows.
func TestErrorExamples(t *testing.T) {
	c := newClient(t, mock.Config{})
	raw, err := os.ReadFile("testdata/reference/errors.json")
	require.NoError(t, err)
	var examples []map[string]any
	require.NoError(t, json.Unmarshal(raw, &examples))
	require.Len(t, examples, 5)
	for _, want := range examples {
		code := int(at(want, "error", "code").(float64))
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			switch code {
			case 1002:
			default: // what no body causes
				c.mock.Fail(mock.Fault{Code: code}, 1)
			}
			status, got, _ := c.do("POST", "/v3/messages", `{"to":["4155559876"],"message":{"parts":[{"type":"text","value":"x"}]}}`)
			require.EqualValues(t, at(want, "error", "status"), status)
			require.Regexp(t, "^[0-9a-f]{32}$", got["trace_id"])
			delete(got, "trace_id") // the page leaves it out, the error page and the specification have it
			require.Equal(t, want, got)
		})
	}
}

func example(t *testing.T, name string) any {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata", "reference", name+".json"))
	require.NoError(t, err)
	var v any
	require.NoError(t, json.Unmarshal(raw, &v))
	return v
}

// nullable are the members that the reference calls optional and shows with a
// value: they may be null here.
var nullable = []string{"left_at", "custom_emoji", "sent_at", "delivered_at", "read_at", "previous_chat_id", "next_cursor", "text_decorations"}

// sameShape requires the members of want in got, no more and no less, with the
// same JSON types.
func sameShape(t *testing.T, path string, want, got any) {
	t.Helper()
	if slices.ContainsFunc(nullable, func(n string) bool { return path != "" && filepath.Base(path) == n }) && (got == nil || want == nil) {
		return
	}
	require.IsType(t, want, got, path)
	switch want := want.(type) {
	case map[string]any:
		got := got.(map[string]any)
		require.ElementsMatch(t, keys(want), keys(got), path)
		for name := range want {
			sameShape(t, path+"/"+name, want[name], got[name])
		}
	case []any:
		got := got.([]any)
		if len(want) == 0 {
			return
		}
		require.NotEmpty(t, got, path)
		for _, e := range got {
			sameShape(t, path+"/*", want[0], e)
		}
	}
}

func keys(m map[string]any) []string {
	var names []string
	for n := range m {
		names = append(names, n)
	}
	return names
}

// without copies v without the named members, at any depth.
func without(v any, names ...string) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for n, e := range v {
			if !slices.Contains(names, n) {
				out[n] = without(e, names...)
			}
		}
		return out
	case []any:
		out := []any{}
		for _, e := range v {
			out = append(out, without(e, names...))
		}
		return out
	}
	return v
}

// withoutElements copies v with the named arrays emptied.
func withoutElements(v any, name string) any {
	switch v := v.(type) {
	case map[string]any:
		out := map[string]any{}
		for n, e := range v {
			if n == name {
				e = []any{}
			}
			out[n] = withoutElements(e, name)
		}
		return out
	case []any:
		out := []any{}
		for _, e := range v {
			out = append(out, withoutElements(e, name))
		}
		return out
	}
	return v
}
