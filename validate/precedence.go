package validate

import "slices"

// excused reports whether an error that was not there before is not a fault of
// the fixes: one at a value that a fix changed, where the problem that it fixed
// had kept the error from being seen.
func (t *trial) excused(key errorKey, on []bool) bool {
	if key.node == inText {
		return t.ruleOf(key.candidate) == jsonType
	}
	for _, i := range t.byNode[key.node] {
		if on[i] && silences(t.ruleOf(i), key.rule) {
			return true
		}
	}
	for n := key.node; n > 0; n = t.e.was.parents.Of(n) {
		for _, i := range t.byNode[n] {
			if on[i] && t.ruleOf(i) == jsonType {
				return true
			}
		}
	}
	return false
}

// ruleOf returns the rule whose fix a candidate is.
func (t *trial) ruleOf(candidate int) ruleID {
	return t.e.was.found[t.chosen[candidate].diagnostic].rule
}

// precedence lists rules of which an earlier one silences the later ones at the
// same value.
var precedence = [][]ruleID{
	{continuationOnlyText, fieldMisplaced, fieldResponseOnly, fieldUnknown, jsonNull},
	{pollTitle, fieldMisplaced},
	{effectLegacy, fieldUnknown},
	{effectLegacy, effectIncomplete},
	{effectName, effectMismatch},
	{decorationRangeShape, decorationRangeOrder, decorationRangeBounds, decorationRangeEmpty, decorationSplitsSurrogate, decorationSplitsGrapheme},
	{decorationRangeEmpty, decorationOverlap},
	{stickerRange, stickerRangeEmpty, stickerSplitsSurrogate, stickerSplitsGrapheme},
	{stickerRangeEmpty, stickerOverlap},
	{experienceLegacy, fieldUnknown},
	{experienceParams, experienceCheckout},
	{memberURL, mediaURLPrivate},
	{textEmpty, textBlank},
	{mediaURL, mediaURLPrivate, mediaExtension, mediaSMSFile},
	{voicememoURL, mediaURLPrivate},
	{toDuplicate, toSelf},
	{linkURL, linkLength},
	{linkURL, linkInsecure},
	{cardImageURL, cardImageInsecure},
	{cardImageURL, cardImageType},
	{appClipURL, appClipHost},
	{firstMessageLink, firstMessageDomain},
	{mentionDirect, mentionRecipient},
	{reactEmojiExtra, reactEmojiWord},
	{reactStickerOnly, reactEmojiWord, stickerURL, stickerHost, attachmentID, uuidNil, stringWhitespace},
	{reactOperation, reactStickerRemove, reactStickerSource},
}

// silences reports whether rule fixed, at a value, keeps rule found from being
// reported there.
func silences(fixed, found ruleID) bool {
	if fixed == stringWhitespace {
		return true
	}
	for _, chain := range precedence {
		a, b := slices.Index(chain, fixed), slices.Index(chain, found)
		if a >= 0 && b > a {
			return true
		}
	}
	return false
}
