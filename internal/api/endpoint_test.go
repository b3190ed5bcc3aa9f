package api_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/internal/api"
)

const id = "550e8400-e29b-41d4-a716-446655440000"

func TestEndpoint(t *testing.T) {
	tests := []struct{ name, method, path, want string }{
		{"bare", "POST", "/v3/messages", api.MessagesCreate},
		{"below the API's base URL", "POST", "/api/partner/v3/messages", api.MessagesCreate},
		{"below a proxy's prefix", "POST", "/a/b/c/v3/chats", api.ChatsCreate},
		{"a slash at the end", "POST", "/v3/chats/", api.ChatsCreate},
		{"with an id", "POST", "/v3/chats/" + id + "/messages", api.ChatsMessagesSend},
		{"edit is a PATCH", "PATCH", "/v3/messages/" + id, api.MessagesEdit},
		{"another method", "GET", "/v3/messages/" + id, ""},
		{"methods are upper case", "post", "/v3/messages", ""},
		{"another version", "POST", "/v2/messages", ""},
		{"no version", "POST", "/messages", ""},
		{"an empty id", "POST", "/v3/chats//messages", ""},
		{"a name that only ends so", "POST", "/v3/xmessages", ""},
		{"v3 must be a segment of its own", "POST", "/apiv3/messages", ""},
		{"more after it", "POST", "/v3/messages/x/y", ""},
		{"nothing", "POST", "", ""},
		{"the bare message has no endpoint", "", "", ""},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			kind, ok := api.Endpoint(test.method, test.path)
			require.Equal(t, test.want != "", ok)
			if ok {
				require.Equal(t, test.want, kind.Name)
			}
		})
	}
}

// TestEndpointOfEveryKind asks for each kind by its own row.
func TestEndpointOfEveryKind(t *testing.T) {
	for i := range api.Kinds {
		k := &api.Kinds[i]
		if k.Path == "" {
			continue
		}
		path := strings.NewReplacer("{chatId}", id, "{messageId}", id, "{reactionId}", id, "{id}", id).Replace(k.Path)
		got, ok := api.Endpoint(k.Method, "/api/partner"+path)
		require.True(t, ok, k.Path)
		require.Same(t, k, got)
	}
	found, ok := api.MatchPath("/v3/chats/{chatId}", "/x/v3/chats/"+id)
	require.True(t, ok)
	require.Equal(t, id, found)
}

func TestIsBelow(t *testing.T) {
	tests := []struct {
		path string
		want bool
	}{
		{"/api/partner/v3/lines", true},
		{"/proxy/api/partner/v3/lines/1", true},
		{"/v3/chats/a/b/c", true},
		{"/v3/contact_card", true},
		{"/v3/lines", false},
		{"/v3/", false},
		{"/api/v3/chats", false},
		{"/api/partner/v3/", false},
		{"/api/partner/v2/chats", false},
		{"", false},
	}
	for _, test := range tests {
		t.Run(test.path, func(t *testing.T) { require.Equal(t, test.want, api.IsBelow(test.path)) })
	}
}

func TestErrorNamed(t *testing.T) {
	for i, e := range api.Errors {
		require.Same(t, &api.Errors[i], api.ErrorNamed(e.Code))
		require.NotEmpty(t, e.Message)
		require.GreaterOrEqual(t, e.Status, 400)
	}
	require.Nil(t, api.ErrorNamed(0))
}
