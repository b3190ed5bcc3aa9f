package mock

import "time"

// The shapes of the API's responses, with every documented member in the order
// of the reference. A pointer is a member that may be null; omitempty is for
// members documented as optional but not as nullable.

type handle struct {
	ID       string     `json:"id"`
	Handle   string     `json:"handle"`
	JoinedAt time.Time  `json:"joined_at"`
	Service  string     `json:"service"`
	IsMe     bool       `json:"is_me"`
	LeftAt   *time.Time `json:"left_at"`
	Status   string     `json:"status"`
}

type reaction struct {
	ID          string   `json:"id"`
	Handle      handle   `json:"handle"`
	IsMe        bool     `json:"is_me"`
	Type        string   `json:"type"`
	CustomEmoji *string  `json:"custom_emoji"`
	Sticker     *sticker `json:"sticker"`
}

// sticker is the image of a sticker reaction. One made from an emoji has no
// image.
type sticker struct {
	FileName string `json:"file_name,omitempty"`
	MimeType string `json:"mime_type,omitempty"`
	URL      string `json:"url,omitempty"`
}

type effect struct {
	Name string `json:"name,omitempty"`
	Type string `json:"type,omitempty"`
}

type replyTo struct {
	MessageID string `json:"message_id"`
	PartIndex int64  `json:"part_index"`
}

// sentMessage is the SentMessage in the responses of create and send.
type sentMessage struct {
	ID               string     `json:"id"`
	CreatedAt        time.Time  `json:"created_at"`
	DeliveryStatus   string     `json:"delivery_status"`
	IsRead           bool       `json:"is_read"`
	Parts            parts      `json:"parts"`
	SentAt           *time.Time `json:"sent_at"`
	DeliveredAt      *time.Time `json:"delivered_at"`
	Effect           *effect    `json:"effect"`
	FromHandle       handle     `json:"from_handle"`
	PreferredService *string    `json:"preferred_service"`
	ReplyTo          *replyTo   `json:"reply_to"`
	Service          string     `json:"service"`
}

// fullMessage is the Message in the responses of reads and edits.
type fullMessage struct {
	ID               string     `json:"id"`
	ChatID           string     `json:"chat_id"`
	CreatedAt        time.Time  `json:"created_at"`
	DeliveryStatus   string     `json:"delivery_status"`
	IsDelivered      bool       `json:"is_delivered"`
	IsFromMe         bool       `json:"is_from_me"`
	IsRead           bool       `json:"is_read"`
	UpdatedAt        time.Time  `json:"updated_at"`
	DeliveredAt      time.Time  `json:"delivered_at"`
	Effect           *effect    `json:"effect"`
	From             string     `json:"from"`
	FromHandle       handle     `json:"from_handle"`
	Parts            parts      `json:"parts"`
	PreferredService *string    `json:"preferred_service"`
	ReadAt           *time.Time `json:"read_at"`
	ReplyTo          *replyTo   `json:"reply_to"`
	SentAt           time.Time  `json:"sent_at"`
	Service          string     `json:"service"`
}

type createResponse struct {
	ChatID         string        `json:"chat_id"`
	CreatedNewChat bool          `json:"created_new_chat"`
	From           string        `json:"from"`
	FromSelection  fromSelection `json:"from_selection"`
	Handles        []handle      `json:"handles"`
	IsGroup        bool          `json:"is_group"`
	Message        sentMessage   `json:"message"`
	Service        string        `json:"service"`
	PreviousChatID *string       `json:"previous_chat_id"`
}

type fromSelection struct {
	Reason             string `json:"reason"`
	ReusedExistingChat bool   `json:"reused_existing_chat"`
}

type sendResponse struct {
	ChatID  string      `json:"chat_id"`
	Message sentMessage `json:"message"`
}

type healthStatus struct {
	DocURL    string    `json:"doc_url"`
	Status    string    `json:"status"`
	UpdatedAt time.Time `json:"updated_at"`
}

// createdChat is the chat in the response of chats.create.
type createdChat struct {
	ID           string       `json:"id"`
	DisplayName  string       `json:"display_name"`
	Handles      []handle     `json:"handles"`
	HealthStatus healthStatus `json:"health_status"`
	IsGroup      bool         `json:"is_group"`
	Message      sentMessage  `json:"message"`
	Service      string       `json:"service"`
}

type chatResponse struct {
	ID            string       `json:"id"`
	CreatedAt     time.Time    `json:"created_at"`
	DisplayName   string       `json:"display_name"`
	Handles       []handle     `json:"handles"`
	HealthStatus  healthStatus `json:"health_status"`
	IsArchived    bool         `json:"is_archived"`
	IsGroup       bool         `json:"is_group"`
	UpdatedAt     time.Time    `json:"updated_at"`
	GroupChatIcon *string      `json:"group_chat_icon"`
	Service       string       `json:"service"`
}

type voiceMemoResponse struct {
	VoiceMemo voiceMemo `json:"voice_memo"`
}

type voiceMemo struct {
	ID        string        `json:"id"`
	Chat      voiceMemoChat `json:"chat"`
	CreatedAt time.Time     `json:"created_at"`
	From      string        `json:"from"`
	Status    string        `json:"status"`
	To        []string      `json:"to"`
	VoiceMemo voiceMemoFile `json:"voice_memo"`
	Service   string        `json:"service"`
}

type voiceMemoChat struct {
	ID       string   `json:"id"`
	Handles  []handle `json:"handles"`
	IsActive bool     `json:"is_active"`
	IsGroup  bool     `json:"is_group"`
	Service  string   `json:"service"`
}

type voiceMemoFile struct {
	ID         string `json:"id"`
	Filename   string `json:"filename"`
	MimeType   string `json:"mime_type"`
	SizeBytes  int64  `json:"size_bytes"`
	URL        string `json:"url"`
	DurationMS *int64 `json:"duration_ms"` // null: the file is not read
}

type reactionResponse struct {
	ID string `json:"id"`
	statusResponse
}

type statusResponse struct {
	Message string `json:"message"`
	Status  string `json:"status"`
	TraceID string `json:"trace_id"`
}

type placementResponse struct {
	Success bool   `json:"success"`
	Status  string `json:"status"`
	TraceID string `json:"trace_id"`
}

type messagesPage struct {
	Messages   []fullMessage `json:"messages"`
	NextCursor *string       `json:"next_cursor"`
}

type chatsPage struct {
	Chats      []chatResponse `json:"chats"`
	NextCursor *string        `json:"next_cursor"`
}

type pollResponse struct {
	ChatID    string     `json:"chat_id"`
	CreatedAt time.Time  `json:"created_at"`
	MessageID string     `json:"message_id"`
	Poll      poll       `json:"poll"`
	Reactions []reaction `json:"reactions"`
	UpdatedAt time.Time  `json:"updated_at"`
}

type poll struct {
	Options     []pollOption `json:"options"`
	TotalVoters int          `json:"total_voters"`
}

type pollOption struct {
	CanBeEdited   bool    `json:"can_be_edited"`
	CreatorHandle handle  `json:"creator_handle"`
	OptionID      string  `json:"option_id"`
	Text          string  `json:"text"`
	Voters        []voter `json:"voters"`
}

type voter struct {
	Handle  string    `json:"handle"`
	VotedAt time.Time `json:"voted_at"`
}

type attachmentResponse struct {
	AttachmentID    string            `json:"attachment_id"`
	DownloadURL     string            `json:"download_url"`
	ExpiresAt       time.Time         `json:"expires_at"`
	HTTPMethod      string            `json:"http_method"`
	RequiredHeaders map[string]string `json:"required_headers"`
	UploadURL       string            `json:"upload_url"`
}

type attachmentState struct {
	ID          string    `json:"id"`
	ContentType string    `json:"content_type"`
	CreatedAt   time.Time `json:"created_at"`
	Filename    string    `json:"filename"`
	SizeBytes   int64     `json:"size_bytes"`
	Status      string    `json:"status"`
	DownloadURL string    `json:"download_url"`
}
