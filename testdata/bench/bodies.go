// Package bench has the bodies that range checks are measured with: texts in nine
// languages, and many different bodies made of pieces of them.
package bench

import (
	"encoding/json"
	"math/rand/v2"
	"strconv"
	"strings"
	"unicode/utf16"
)

// Texts are messages of 60 to 95 code points, by language.
var Texts = []struct{ Language, Text string }{
	{"English", "Your table for two is booked for Friday at seven, we look forward to seeing you"},
	{"German", "Ihr Tisch für zwei ist für Freitag um sieben Uhr reserviert, wir freuen uns auf Sie"},
	{"Russian", "Ваш столик на двоих забронирован на пятницу в семь часов, мы будем рады вас видеть"},
	{"Greek", "Το τραπέζι σας για δύο έχει κλειστεί για την Παρασκευή στις επτά, σας περιμένουμε"},
	{"Japanese", "金曜日の午後七時に、お二人様のお席をご用意いたしました。ご来店を 心より お待ちしております。ご変更の際は、このメッセージに ご返信ください。"},
	{"Chinese", "您预订的两人餐桌已经确认，时间是星期五晚上七点。期待您的光临，如果需要更改预订，请直接回复这条 消息，我们会 尽快为您 处理，谢谢您的支持。"},
	{"Korean", "금요일 저녁 일곱 시에 두 분을 위한 자리가 예약되었습니다. 변경이 필요하시면 이 메시지에 답장해 주세요, 감사합니다"},
	{"Arabic", "تم حجز طاولتكم لشخصين يوم الجمعة في الساعة السابعة مساء، نتطلع إلى رؤيتكم قريبا"},
	{"Hindi", "शुक्रवार शाम सात बजे दो लोगों के लिए आपकी मेज़ बुक कर दी गई है, हम आपका इंतज़ार करेंगे"},
}

// pieces are added to the texts of [Mixed].
var pieces = []string{"🎉", "👍🏽", "👨‍👩‍👧", "🇺🇸", "❤️", "é", "“", "”", "€", "\n", "\"", "\\", "$5", "☎ 555"}

// Body is one body and what it is.
type Body struct {
	Name string
	JSON []byte
}

// Scripts returns a body for each text, with 0, 1 and 3 decorations of whole
// words.
func Scripts() []Body {
	var bodies []Body
	for _, t := range Texts {
		for _, n := range []int{0, 1, 3} {
			bodies = append(bodies, Body{t.Language + "/" + strconv.Itoa(n), body(t.Text, words(t.Text), n, func(i int) int { return i })})
		}
	}
	return bodies
}

// Mixed returns n different bodies: words of one text or of two, emoji, skin
// tones, escapes, 0 to 2 decorations. They depend on n only.
func Mixed(n int) [][]byte {
	random := rand.New(rand.NewPCG(1, uint64(n)))
	bodies := make([][]byte, n)
	for i := range bodies {
		text := strings.Fields(Texts[random.IntN(len(Texts))].Text)
		if random.IntN(4) == 0 {
			text = append(text, strings.Fields(Texts[random.IntN(len(Texts))].Text)...)
		}
		random.Shuffle(len(text), func(i, j int) { text[i], text[j] = text[j], text[i] })
		text = text[:min(len(text), 3+random.IntN(12))]
		for range random.IntN(3) {
			at := random.IntN(len(text) + 1)
			text = append(text[:at:at], append([]string{pieces[random.IntN(len(pieces))]}, text[at:]...)...)
		}
		joined := strings.Join(text, " ")
		bodies[i] = body(joined, words(joined), random.IntN(3), func(int) int { return random.IntN(1 << 20) })
	}
	return bodies
}

// words returns the ranges of the words of a text in UTF-16 code units.
func words(text string) [][2]int {
	var ranges [][2]int
	at := 0
	for _, word := range strings.Split(text, " ") {
		n := len(utf16.Encode([]rune(word)))
		if n > 0 {
			ranges = append(ranges, [2]int{at, at + n})
		}
		at += n + 1
	}
	return ranges
}

// body returns a request to send text with n decorations, spread over its words.
func body(text string, words [][2]int, n int, pick func(int) int) []byte {
	value, err := json.Marshal(text)
	if err != nil {
		panic(err)
	}
	out := `{"message":{"parts":[{"type":"text","value":` + string(value)
	for i := range min(n, len(words)) {
		if i == 0 {
			out += `,"text_decorations":[`
		} else {
			out += ","
		}
		step := len(words) / n
		word := words[i*step+pick(i)%max(1, step)]
		style := [...]string{"bold", "italic", "underline"}[i%3]
		out += `{"range":[` + strconv.Itoa(word[0]) + "," + strconv.Itoa(word[1]) + `],"style":"` + style + `"}`
	}
	if n > 0 && len(words) > 0 {
		out += "]"
	}
	return []byte(out + "}]}}")
}
