// By hand: logs in where no token is given, and reads one record.
const [url, given] = process.argv.slice(2);

async function login() {
  const body = new URLSearchParams({
    grant_type: "client_credentials",
    client_id: "client",
    client_secret: "secret",
  });
  const response = await fetch(`${url}/services/oauth2/token`, { method: "POST", body });
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return (await response.json()).access_token;
}

const authorization = `Bearer ${given ?? (await login())}`;
const response = await fetch(`${url}/services/data/v66.0/sobjects/Account/001000000000007AAA`, {
  headers: { authorization },
});
if (!response.ok) throw new Error(`HTTP ${response.status}`);
const { Name } = await response.json();
console.log(Name);
process.exit(0);
