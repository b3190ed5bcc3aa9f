package validate

// As returns a Validator that checks every body as kind k and is otherwise like
// v, which stays as it is. The zero Kind means detection. It costs one small
// allocation: what [New] works out is shared.
func (v *Validator) As(k Kind) *Validator {
	as := *v
	as.kind = k
	return &as
}
