export { newLab, type Lab, type LabCheckpoint, type LabEvent, type LabOptions } from './lab';
export { labBundle, labBundleFile, type LabWishes } from './lab-bundle';
export { CASES, goldenLab, JIA, labWith, YI } from './golden-lab';
export { redactionOf } from './redaction';
export { reportOn } from './report-on';
export { revoke, SignedLab, type SignedLabOptions } from './signed-lab';
export { TAMPERINGS, tamperedWith, turned, withEvent, without, type Given } from './tamperings';
