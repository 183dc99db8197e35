export { newLab, type Lab, type LabCheckpoint, type LabEvent, type LabOptions } from './lab';
export { labBundle, labBundleFile, type LabWishes } from './lab-bundle';
