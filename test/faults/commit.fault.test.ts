/** F15, and the worst moment of all: everything went well and then the commit fails. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { connect } from 'node:net'
import { after, before, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { asOwner, Ground, type Running, runs } from './server.ts'
import { type Answer, Visitor } from './visitor.ts'

const ground = new Ground()
let server: Running
before(async () => {
  server = await ground.start({ dataDir: await ground.house('house') })
})
after(() => ground.clear())

/** From now on every commit of a mail to sign in fails with this code. */
async function commitFailsWith(code: string): Promise<void> {
  await asOwner(
    server.dataDir,
    `create or replace function people.fail() returns trigger language plpgsql as
       $$ begin raise exception 'Key (email)=(%) in %', new.email, 'a secret place' using errcode = '${code}'; end $$;
     drop trigger if exists fail on people.sign_in_code;
     create constraint trigger fail after insert on people.sign_in_code
       deferrable initially deferred for each row execute function people.fail()`,
  )
}

async function post(fields: Record<string, string>): Promise<Answer> {
  const visitor = new Visitor(server)
  const answer = await visitor.post('/inloggen', fields)
  visitor.leave()
  return answer
}

for (const { code, status, says } of [
  { code: '57P01', status: 503, says: /We zijn even niet bereikbaar/ },
  { code: 'XX000', status: 500, says: /Er ging iets mis bij ons/ },
]) {
  test(`a commit that fails with ${code} is a plain ${status}, and the same form again settles it`, async () => {
    const fields = { email: `commit-${code.toLowerCase()}@fout.example`, _nonce: randomUUID() }
    await commitFailsWith(code)
    const answer = await post(fields)
    assert.equal(answer.status, status)
    assert.match(answer.text, says)
    // What was typed comes back in the form that sends it again, to who typed it, and stands nowhere else.
    const again = `name="email" value="${fields.email}"`
    assert.match(answer.text, new RegExp(`${again}[\\s\\S]*Verstuur het opnieuw`))
    assert.doesNotMatch(answer.text.replace(again, ''), /secret place|sign_in_code|fout\.example|at .*\.js/)
    assert.equal(answer.headers['set-cookie'], undefined, 'a cookie of what was rolled back')
    assert.equal(answer.headers.location, undefined)
    await asOwner(server.dataDir, 'drop trigger fail on people.sign_in_code')
    assert.equal((await post(fields)).status, 303)
    const rows = await asOwner(server.dataDir, 'select 1 from people.sign_in_code where email = $1', [fields.email])
    assert.equal(rows.length, 1)
    assert.ok(runs(server.child.pid ?? 0), 'the process lives')
    assert.doesNotMatch(server.said(), /fout\.example|secret place/)
  })
}

test('a visitor who hangs up halfway a form is no fault of ours', async () => {
  // Lines of the log come out together, up to 200 ms later: those of the tests before belong to them.
  await pause(500)
  const before = server.said().length
  const socket = connect(server.port, '127.0.0.1')
  socket.write('POST /inloggen HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\nemail=')
  await pause(200)
  socket.destroy()
  await pause(500)
  assert.doesNotMatch(server.said().slice(before), /database away|handler failed|uncaught|unhandled/)
  assert.ok(runs(server.child.pid ?? 0))
})
