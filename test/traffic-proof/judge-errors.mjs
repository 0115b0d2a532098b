// The gate that real traffic decides: fails when more than one in a hundred answers that users of this region had from
// this release was an error, and cannot tell (75) before there are enough of them.
const { ERRORS, SAMPLES, SMR_REGION, SMR_RELEASE } = process.env;
const answer = await fetch(`${ERRORS}/?region=${SMR_REGION}&release=${SMR_RELEASE}`);
const { answers, errors } = await answer.json();
console.log(`${errors} of ${answers} answers were errors`);
if (answers < Number(SAMPLES)) process.exitCode = 75;
else if (errors > answers / 100) process.exitCode = 1;
