import { imageOf } from "../dml/rich-text-images.js";
import { decodeBase64 } from "../http/base64.js";
import { notFound } from "../http/fault.js";
import { requireObject, requireRecord } from "../records/find-record.js";
import { toId18 } from "../store/record-id.js";
import { param, type Route } from "./route.js";

/** An image that was put into the text of a rich text field. */
export const richTextImages: Route = {
  path: "/services/data/{version}/sobjects/{object}/{id:recordId}/richTextImageFields/{field}/{reference}",
  methods: {
    GET: (call, context) => {
      const object = requireObject(context, param(call, "object"));
      const record = requireRecord(context, object, param(call, "id"));
      const field = object.field(param(call, "field"));
      const id = toId18(param(call, "reference"));
      if (field === undefined || id === null) throw notFound();
      const image = imageOf(context, { recordId: record.id, field: field.name, id });
      if (image === undefined) throw notFound();
      const { ContentType, Content } = image.values;
      const content = { type: String(ContentType), data: decodeBase64(String(Content)) };
      return { status: 200, headers: {}, content };
    },
  },
};
