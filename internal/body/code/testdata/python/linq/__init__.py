"""A replica of the vendor's package: methods of the same names and required
arguments, as its documentation gives them, that post what they get."""
import json
import os
import urllib.request


class LinqAPIV3:
    def __init__(self):
        self.chats = Chats(self)
        self.messages = Messages(self)
        self.attachments = Attachments(self)

    def post(self, path, *, cast_to, body):
        return self._send("POST", path, body, None)

    def patch(self, path, *, cast_to, body):
        return self._send("PATCH", path, body, None)

    def put(self, path, *, cast_to, body):
        return self._send("PUT", path, body, None)

    def delete(self, path, *, cast_to, body):
        return self._send("DELETE", path, body, None)

    def _send(self, method, path, body, extra_body):
        body = {**{k: v for k, v in body.items() if v is not ...}, **(extra_body or {})}
        request = urllib.request.Request(
            os.environ["LINQ_API_V3_BASE_URL"] + path,
            data=json.dumps(body, ensure_ascii=False).encode("utf-8"),
            headers={
                "Authorization": "Bearer " + os.environ["LINQ_API_V3_API_KEY"],
                "Content-Type": "application/json",
            },
            method=method,
        )
        with urllib.request.urlopen(request) as response:
            return json.load(response)


class Resource:
    def __init__(self, client):
        self._client = client


class Chats(Resource):
    def __init__(self, client):
        super().__init__(client)
        self.messages = ChatMessages(client)

    def create(self, *, from_, message, to, extra_body=None):
        return self._client._send("POST", "/v3/chats", {"from": from_, "message": message, "to": to}, extra_body)

    def send_voicememo(self, chat_id, *, voice_memo_url, extra_body=None):
        return self._client._send("POST", f"/v3/chats/{chat_id}/voicememo", {"voice_memo_url": voice_memo_url}, extra_body)


class ChatMessages(Resource):
    def send(self, chat_id, *, message, extra_body=None):
        return self._client._send("POST", f"/v3/chats/{chat_id}/messages", {"message": message}, extra_body)


class Messages(Resource):
    def create(self, *, message, to, continuation_message=..., extra_body=None):
        body = {"message": message, "to": to, "continuation_message": continuation_message}
        return self._client._send("POST", "/v3/messages", body, extra_body)

    def update(self, message_id, *, text, part_index=..., extra_body=None):
        return self._client._send("PATCH", f"/v3/messages/{message_id}", {"text": text, "part_index": part_index}, extra_body)

    def add_reaction(self, message_id, *, operation, type, custom_emoji=..., part_index=..., extra_body=None):
        body = {"operation": operation, "type": type, "custom_emoji": custom_emoji, "part_index": part_index}
        return self._client._send("POST", f"/v3/messages/{message_id}/reactions", body, extra_body)


class Attachments(Resource):
    def create(self, *, filename, content_type, size_bytes, extra_body=None):
        body = {"filename": filename, "content_type": content_type, "size_bytes": size_bytes}
        return self._client._send("POST", "/v3/attachments", body, extra_body)
