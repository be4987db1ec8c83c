/// Settings from the environment, checked all at once when a service starts.
package org.billetterie.kit.config;
