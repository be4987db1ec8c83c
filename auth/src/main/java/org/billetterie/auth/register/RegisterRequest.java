package org.billetterie.auth.register;

/// The body of `POST /api/auth/register`. There is no role to ask for.
///
/// @param locale `fr` or `en`; absent means the language of the request
record RegisterRequest(String email, String password, String name, String locale) {
  @Override
  public String toString() {
    return "RegisterRequest";
  }
}
