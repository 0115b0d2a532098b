export const id = 5846;
export const ids = [5846];
export const modules = {

/***/ 35846:
/***/ ((__unused_webpack_module, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   managedBucketTemplate: () => (/* binding */ managedBucketTemplate)
/* harmony export */ });
/* harmony import */ var _managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(97786);

/**
 * Template of the bucket that SAM CLI shares between applications of an account and region. The same resources under
 * the same logical ids as SAM CLI makes, so that either tool finds what the other made: versioned, encrypted, closed to
 * the public, reached by TLS only, and readable for the Serverless Application Repository of the same account.
 */
function managedBucketTemplate() {
    const bucket = { Ref: _managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_BUCKET */ .WW };
    const bucketArn = { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${${_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_BUCKET */ .WW}}` };
    const objectArns = { 'Fn::Sub': `arn:\${AWS::Partition}:s3:::\${${_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_BUCKET */ .WW}}/*` };
    return JSON.stringify({
        AWSTemplateFormatVersion: '2010-09-09',
        Description: 'Managed Stack for AWS SAM CLI',
        Resources: {
            [_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_BUCKET */ .WW]: {
                Type: 'AWS::S3::Bucket',
                Properties: {
                    PublicAccessBlockConfiguration: {
                        BlockPublicPolicy: true,
                        BlockPublicAcls: true,
                        IgnorePublicAcls: true,
                        RestrictPublicBuckets: true,
                    },
                    BucketEncryption: {
                        ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms' } }],
                    },
                    VersioningConfiguration: { Status: 'Enabled' },
                    Tags: [{ Key: 'ManagedStackSource', Value: 'AwsSamCli' }],
                },
            },
            [`${_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_BUCKET */ .WW}BucketPolicy`]: {
                Type: 'AWS::S3::BucketPolicy',
                Properties: {
                    Bucket: bucket,
                    PolicyDocument: {
                        Version: '2012-10-17',
                        Statement: [
                            {
                                Effect: 'Allow',
                                Principal: { Service: 'serverlessrepo.amazonaws.com' },
                                Action: ['s3:GetObject'],
                                Resource: objectArns,
                                Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
                            },
                            {
                                Effect: 'Deny',
                                Principal: '*',
                                Action: ['s3:*'],
                                Resource: [bucketArn, objectArns],
                                Condition: { Bool: { 'aws:SecureTransport': 'false' } },
                            },
                        ],
                    },
                },
            },
        },
        Outputs: { [_managed_bucket_names_js__WEBPACK_IMPORTED_MODULE_0__/* .SAM_CLI_OUTPUT */ .X6]: { Value: bucket } },
    });
}


/***/ })

};
