// Command gin is a service that receives messages as JSON and sends them through
// Linq's Partner API v3: Gin's binding checks its own struct with linqlint's
// tags, and a preflight.Transport checks the body that is sent to the API.
package main

import (
	"bytes"
	"errors"
	"io"
	"log"
	"net/http"
	"os"

	"github.com/gin-gonic/gin"
	"github.com/gin-gonic/gin/binding"
	"github.com/go-playground/locales/en"
	ut "github.com/go-playground/universal-translator"
	"github.com/go-playground/validator/v10"

	"github.com/linqlint/linqlint/builder"
	"github.com/linqlint/linqlint/preflight"
	"github.com/linqlint/linqlint/validate"
	"github.com/linqlint/linqlint/validate/tags"
)

// reminder is the body of a request to the service.
type reminder struct {
	To      []string `json:"to" binding:"required,dive,linq_handle"`
	Text    string   `json:"text" binding:"linq_text"`
	Effect  string   `json:"effect" binding:"omitempty,linq_effect"`
	Service string   `json:"service" binding:"omitempty,linq_service"`
	Key     string   `json:"key" binding:"required,linq_idempotency_key"`
}

// messages sends reminders to the API.
type messages struct {
	client  *http.Client
	baseURL string
	token   string
}

// newRouter registers the tags with Gin's validator and returns the routes.
func newRouter(m messages) (*gin.Engine, error) {
	v, ok := binding.Validator.Engine().(*validator.Validate)
	if !ok {
		return nil, errors.New("gin's validator is another one than validator/v10")
	}
	english := en.New()
	translator, _ := ut.New(english, english).GetTranslator("en")
	if err := tags.Register(v, tags.WithTranslator(translator)); err != nil {
		return nil, err
	}
	r := gin.New()
	r.POST("/reminders", func(c *gin.Context) { m.remind(c, translator) })
	return r, nil
}

func (m messages) remind(c *gin.Context, translator ut.Translator) {
	var in reminder
	if err := c.ShouldBindJSON(&in); err != nil {
		var list validator.ValidationErrors
		if errors.As(err, &list) {
			c.JSON(http.StatusBadRequest, gin.H{"problems": list.Translate(translator)})
			return
		}
		c.JSON(http.StatusBadRequest, gin.H{"problems": err.Error()})
		return
	}
	request := builder.MessagesCreate(in.To...).Text(in.Text).IdempotencyKey(in.Key)
	if effect, ok := builder.ParseEffect(in.Effect); ok {
		request = request.Effect(effect)
	}
	if in.Service != "" {
		request = request.PreferredService(validate.Service(in.Service))
	}
	body, err := request.Build()
	if err != nil {
		c.JSON(http.StatusBadRequest, gin.H{"problems": err.Error()})
		return
	}
	status, err := m.send(c, body.Bytes())
	if err != nil {
		c.JSON(http.StatusBadGateway, gin.H{"problems": err.Error()})
		return
	}
	c.Status(status)
}

func (m messages) send(c *gin.Context, body []byte) (status int, err error) {
	req, err := http.NewRequestWithContext(c, http.MethodPost, m.baseURL+"/v3/messages", bytes.NewReader(body))
	if err != nil {
		return 0, err
	}
	req.Header.Set("Authorization", "Bearer "+m.token)
	req.Header.Set("Content-Type", "application/json")
	res, err := m.client.Do(req)
	if err != nil {
		return 0, err
	}
	defer res.Body.Close()
	_, err = io.Copy(io.Discard, res.Body)
	return res.StatusCode, err
}

func main() {
	r, err := newRouter(messages{
		client:  &http.Client{Transport: preflight.Transport(nil)},
		baseURL: "https://api.linqapp.com/api/partner",
		token:   os.Getenv("LINQ_API_V3_API_KEY"),
	})
	if err != nil {
		log.Fatal(err)
	}
	log.Fatal(r.Run("127.0.0.1:8081"))
}
