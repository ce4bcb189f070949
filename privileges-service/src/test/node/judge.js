// Reads a message a line from standard input and says of each whether the reference takes it.
import { createInterface } from 'node:readline'
import { Webhook } from 'standardwebhooks'

for await (const line of createInterface({ input: process.stdin })) {
  const { secret, body, headers } = JSON.parse(line)
  try {
    new Webhook(secret).verify(Buffer.from(body, 'base64'), headers, { jsonParse: false })
    console.log('taken')
  } catch (refusal) {
    console.log(`refused: ${refusal.message}`)
  }
}
