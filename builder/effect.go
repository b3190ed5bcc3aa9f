package builder

import (
	"errors"
	"strconv"

	"github.com/linqlint/linqlint/internal/api"
)

// EffectType is where an effect plays. The zero EffectType, "", is none.
type EffectType string

// The effect types.
const (
	ScreenEffect EffectType = api.Screen // over the whole screen
	BubbleEffect EffectType = api.Bubble // on the message's bubble
)

// String returns the type in the API's spelling.
func (t EffectType) String() string { return string(t) }

// Effect is one of the documented effects. It includes the type, so that a
// screen effect cannot be sent as a bubble effect. The zero Effect is none; Build
// reports it if it is set.
type Effect uint8

// The screen effects, then the four bubble effects, in documentation order.
const (
	EffectConfetti Effect = iota + 1
	EffectFireworks
	EffectLasers
	EffectSparkles
	EffectCelebration
	EffectHearts
	EffectLove
	EffectBalloons
	EffectHappyBirthday
	EffectEcho
	EffectSpotlight
	EffectSlam
	EffectLoud
	EffectGentle
	EffectInvisible
)

// String returns the API's name of the effect, "" for none.
func (e Effect) String() string {
	if e == 0 || int(e) > len(api.Effects) {
		return ""
	}
	return api.Effects[e-1].Name
}

// MarshalText returns [Effect.String]; the error says that e is not an effect.
func (e Effect) MarshalText() ([]byte, error) {
	if name := e.String(); name != "" || e == 0 {
		return []byte(name), nil
	}
	return nil, errors.New("builder: not an effect")
}

// UnmarshalText reads what [Effect.MarshalText] wrote.
func (e *Effect) UnmarshalText(text []byte) error {
	known, ok := ParseEffect(string(text))
	if !ok && len(text) > 0 {
		return errors.New("builder: unknown effect " + strconv.Quote(string(text)))
	}
	*e = known
	return nil
}

// Type returns the type that the effect belongs to, "" for none.
func (e Effect) Type() EffectType {
	if e == 0 || int(e) > len(api.Effects) {
		return ""
	}
	return EffectType(api.Effects[e-1].Type)
}

// ParseEffect returns the effect with that name in the API's spelling; ok is
// false for an unknown name.
func ParseEffect(name string) (e Effect, ok bool) {
	for i := range api.Effects {
		if api.Effects[i].Name == name {
			return Effect(i + 1), true
		}
	}
	return 0, false
}

// MessageEffect is an effect as a body has it, valid or not. The zero value is
// none.
type MessageEffect struct {
	Name string
	Type EffectType
}
