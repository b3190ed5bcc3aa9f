package api

// Error codes that more than one package names.
const (
	CodeRequired           = 1001
	CodePhone              = 1002
	CodeInvalidBody        = 1003
	CodeInvalidParameter   = 1005
	CodeRateLimit          = 1007
	CodeChatNotFound       = 2001
	CodeMessageNotFound    = 2002
	CodeAttachmentNotFound = 2003
	CodeUnauthorized       = 2004
	CodeAccessDenied       = 2005
	CodeNoLine             = 2015
	CodeOptedOut           = 2024
	CodeInternal           = 3006
)

// ErrorCode is one error of the API as its envelope carries it.
type ErrorCode struct {
	Code    int
	Status  int // HTTP
	Message string
}

// Errors lists the codes of the API's error responses, in order. The messages of the
// 1xxx codes and of 2001 to 2005, 2015 and 3006 are those of the reference and the error
// page (https://docs.linqapp.com/error, read 2026-11-23); the others are this project's.
// 5002 and those next to it are about the content of a file.
var Errors = []ErrorCode{
	{CodeRequired, 400, "Missing required field"},
	{CodePhone, 400, "Phone number must be in E.164 format"},
	{CodeInvalidBody, 400, "Invalid request body"},
	{1004, 400, "Invalid message content"},
	{CodeInvalidParameter, 400, "Invalid parameter value"},
	{CodeRateLimit, 429, "Rate limit exceeded"},
	{1008, 400, "Invalid iMessage app message"},
	{CodeChatNotFound, 404, "Chat not found"},
	{CodeMessageNotFound, 404, "Message not found"},
	{CodeAttachmentNotFound, 404, "Attachment not found"},
	{CodeUnauthorized, 401, "Unauthorized - missing or invalid authentication token"},
	{CodeAccessDenied, 403, "Access denied - insufficient permissions for this resource"},
	{2006, 403, "Access denied"},
	{2008, 403, "Not permitted"},
	{CodeNoLine, 409, "no eligible sending line available"},
	{2018, 409, "iMessage app message cannot be sent over SMS or RCS"},
	{2023, 409, "Mention cannot be sent to a direct chat"},
	{CodeOptedOut, 403, "Recipient has opted out"},
	{2026, 403, "Not permitted for this account"},
	{2028, 409, "App clip cannot be sent over SMS or RCS"},
	{3001, 500, "Internal error"},
	{CodeInternal, 500, "Internal server error"},
	{5001, 500, "File upload failed"},
	{5002, 500, "File download failed"},
	{5004, 400, "Unsupported file type"},
	{5005, 400, "File is too large"},
	{5006, 400, "File content does not match its type"},
	{5007, 400, "Image download failed"},
}

// ErrorNamed returns the error of that code, or nil.
func ErrorNamed(code int) *ErrorCode {
	for i := range Errors {
		if Errors[i].Code == code {
			return &Errors[i]
		}
	}
	return nil
}
