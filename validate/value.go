//go:build !js

package validate

import (
	"encoding/json"
	"errors"
	"fmt"
)

// Value checks any Go value. A []byte, a [json.RawMessage] and a string are bodies
// as they are. Everything else, such as a struct or an SDK's params, is marshaled
// by encoding/json, and the resulting text is checked: places refer to it. A value
// that does not marshal because it is invalid itself, such as a request of package
// builder, gives the report of its [*InvalidError]. Any other error of
// [json.Marshal] is returned, with an empty report.
//
// Value is not part of js/wasm builds, which do not link encoding/json.
func (v *Validator) Value(x any) (Report, error) {
	switch body := x.(type) {
	case []byte:
		return v.JSON(body), nil
	case json.RawMessage:
		return v.JSON(body), nil
	case string:
		return v.JSON([]byte(body)), nil
	}
	body, err := json.Marshal(x)
	if invalid := (*InvalidError)(nil); errors.As(err, &invalid) {
		return invalid.Report, nil
	}
	if err != nil {
		return Report{}, fmt.Errorf("marshal the body: %w", err)
	}
	return v.JSON(body), nil
}
