/**
 * Tests of what deploys the program: Kubernetes manifests, alert rules, dashboard, image, service
 * unit and the document about them. In go the files as they ship, out come what is wrong with them.
 * The package asks the program for its properties and its metrics, and knows nothing of how it
 * works.
 */
package io.tcsstamp.deploy;
