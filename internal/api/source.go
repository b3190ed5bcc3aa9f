package api

// AsOf is the day up to which the tables follow the API's sources.
const AsOf = "2026-09-26"

// The sources of members. A member without a date is on the reference pages.
const (
	Reference = "https://docs.linqapp.com/api/"
	GoSDK     = "https://github.com/linq-team/linq-go"
	NodeSDK   = "https://github.com/linq-team/linq-node"
)

// sourceOf is the source of a member that names none: of one with a date the
// SDK whose doc comments are newer than the reference pages.
func sourceOf(m *Member) string {
	if m.AddedOn == "" {
		return Reference
	}
	return GoSDK
}

// Ours is the page of what no page states: a rule of this project.
const Ours = "linqlint"
