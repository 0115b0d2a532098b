import { commentAnswer } from '../answers.ts';
import { type Answer, type Call, type Handler, invalid, notFound, paged, refusal } from '../handling.ts';
import { isObject } from '../json-schema.ts';
import type { Comment } from '../world.ts';

/** What the API says of longer bodies: "Body is too long (maximum is 65536 characters)". */
const MOST_CHARACTERS = 65_536;

export const commentHandlers = {
  listComments: (call): Answer => {
    const issue = existing(call);
    if (issue === undefined) return notFound;
    const found = [...call.world.comments.values()].filter((comment) => comment.issue === issue);
    const { owner, name } = call.world.repository;
    const [first] = Array.isArray(call.example) ? (call.example as readonly unknown[]) : [];
    const ground = { ...call, example: isObject(first) ? first : {} };
    return paged(found, call, `/repos/${owner}/${name}/issues/${issue}/comments`, (item) =>
      commentAnswer(ground, item),
    );
  },
  createComment: (call): Answer => {
    const issue = existing(call);
    if (issue === undefined) return notFound;
    const wrong = wrongBody(call);
    if (wrong) return wrong;
    if (call.world.pulls.get(issue)?.locked) return refusal(403, 'Unable to create comment because issue is locked.');
    const comment: Comment = {
      id: call.nextId(),
      issue,
      author: call.account,
      body: String(call.body['body']),
      updated: 0,
    };
    call.world.comments.set(comment.id, comment);
    const body = commentAnswer(call, comment);
    return { status: 201, body, headers: { location: String(body['url']) } };
  },
  getComment: (call): Answer => withComment(call, (comment) => ({ status: 200, body: commentAnswer(call, comment) })),
  updateComment: (call): Answer =>
    withComment(call, (comment) => {
      const wrong = wrongBody(call);
      if (wrong) return wrong;
      comment.body = String(call.body['body']);
      comment.updated += 1;
      return { status: 200, body: commentAnswer(call, comment) };
    }),
  deleteComment: (call): Answer =>
    withComment(call, (comment) => {
      call.world.comments.delete(comment.id);
      return { status: 204 };
    }),
} as const satisfies Partial<Record<string, Handler>>;

/** Pull requests are issues: both share numbers and comments. */
function existing({ world, params }: Call): number | undefined {
  const number = Number(params['issue_number']);
  return world.pulls.has(number) || world.issues.has(number) ? number : undefined;
}

function wrongBody({ body }: Call): Answer | undefined {
  const text = String(body['body']);
  if (text.trim() === '') return invalid('IssueComment', 'body', 'body cannot be blank');
  // Counted in characters, not in UTF-16 units.
  if ([...text].length > MOST_CHARACTERS)
    return invalid('IssueComment', 'body', `body is too long (maximum is ${MOST_CHARACTERS} characters)`);
  return undefined;
}

function withComment(call: Call, then: (comment: Comment) => Answer): Answer {
  const comment = call.world.comments.get(Number(call.params['comment_id']));
  return comment === undefined ? notFound : then(comment);
}
