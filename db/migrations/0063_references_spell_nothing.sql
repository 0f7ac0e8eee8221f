-- A reference that the database draws spells no word of what is treated here either, as those that the app draws.
CREATE OR REPLACE FUNCTION foyer.new_reference() RETURNS text LANGUAGE plpgsql VOLATILE AS $$
DECLARE drawn text;
BEGIN
  LOOP
    -- The seventh and the ninth byte hold what says that it is a random UUID.
    SELECT string_agg(substr('0123456789ABCDEFGHJKMNPQRSTVWXYZ', 1 + (get_byte(made.bytes, place) & 31), 1), '') INTO drawn
      FROM (SELECT uuid_send(gen_random_uuid()) AS bytes) made, unnest(ARRAY[0, 1, 2, 3, 4, 5, 7, 9, 10, 11]) AS place;
    EXIT WHEN drawn !~ 'SEX|THERAP';
  END LOOP;
  RETURN drawn;
END $$;
