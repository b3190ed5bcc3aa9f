package validate_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/linqlint/linqlint/validate"
)

func TestKindEndpoint(t *testing.T) {
	for _, test := range []struct {
		kind         validate.Kind
		ids          []string
		method, path string
	}{
		{validate.KindMessagesCreate, nil, "POST", "/v3/messages"},
		{validate.KindMessagesCreate, []string{"too many"}, "POST", "/v3/messages"},
		{validate.KindChatsMessagesSend, []string{"c1"}, "POST", "/v3/chats/c1/messages"},
		{validate.KindChatsMessagesSend, nil, "POST", "/v3/chats/{chatId}/messages"},
		{validate.KindMessagesEdit, []string{"a/b ü?"}, "PATCH", "/v3/messages/a%2Fb%20%C3%BC%3F"},
		{validate.KindMessage, []string{"x"}, "", ""},
		{"nonsense", nil, "", ""},
	} {
		require.Equal(t, test.method, test.kind.Method())
		require.Equal(t, test.path, test.kind.Path(test.ids...))
	}
}
